export interface Config {
  dataPipelines?: {
    scaffolder?: {
      /**
       * Folder of our charts, relative to the backend's working directory;
       * those that come with the plugin by default.
       */
      chartsDirectory?: string;
      /** Path of Helm 4 or 3; `helm` on the PATH by default. */
      helm?: string;
      /**
       * Playground only: where the wizard makes local Git repositories. Setting
       * it lets the wizard write to the backend's disk.
       */
      localRepositories?: string;
      /** Playground only: clusters that the wizard may install to. */
      install?: Array<{
        /** Name of the cluster in the `kubernetes` section. */
        cluster: string;
        /** Path of a kubeconfig. */
        kubeconfig: string;
      }>;
    };
  };
}
