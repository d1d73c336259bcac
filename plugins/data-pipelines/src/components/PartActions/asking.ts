import {
  KafkaActionName,
  PartRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { createContext, useContext } from 'react';

/** Something that a person wants to do to a part. */
export interface Asked {
  part: PartRef;
  action: KafkaActionName;
}

type Ask = (asked: Asked) => void;

const AskContext = createContext<Ask | undefined>(undefined);

export const AskProvider = AskContext.Provider;

/** Opens the dialog of an action; undefined where the page has none. */
export function useAsk(): Ask | undefined {
  return useContext(AskContext);
}
