import { Version } from "@microsoft/sp-core-library";
import { BaseClientSideWebPart } from "@microsoft/sp-webpart-base";
import { SPComponentLoader } from "@microsoft/sp-loader";
import { type IPropertyPaneConfiguration, PropertyPaneTextField } from "@microsoft/sp-property-pane";

export interface ITourDeTableWebPartProps {
  /** Dossier of the tenant that holds every file of the package, such as `/sites/outils/SiteAssets/tour-de-table/`. */
  folder: string;
  storageKey: string;
}

export default class TourDeTableWebPart extends BaseClientSideWebPart<ITourDeTableWebPartProps> {
  private loaded: Promise<unknown> | undefined;

  protected onInit(): Promise<void> {
    const folder = new URL(this.properties.folder.replace(/\/*$/, "/"), this.context.pageContext.web.absoluteUrl);
    this.loaded = SPComponentLoader.loadScript(new URL("loader.js", folder).href);
    return super.onInit();
  }

  public render(): void {
    if (this.domElement.querySelector("tour-de-table")) return;
    const element = document.createElement("tour-de-table");
    element.setAttribute("lang", this.context.pageContext.cultureInfo.currentUICultureName);
    element.setAttribute("storage", "local");
    element.setAttribute("storage-key", this.properties.storageKey || this.context.instanceId);
    element.setAttribute("heading-level", "3");
    this.domElement.append(element);
    this.loaded?.catch((error) => this.renderError(error instanceof Error ? error : new Error(String(error))));
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const groupFields = [
      PropertyPaneTextField("folder", { label: "Dossier des fichiers de Tour de table" }),
      PropertyPaneTextField("storageKey", { label: "Clé du dossier gardé dans le navigateur" }),
    ];
    return { pages: [{ groups: [{ groupFields }] }] };
  }

  protected get dataVersion(): Version {
    return Version.parse("1.0");
  }
}
