import { z } from 'zod';
import type { HostExtensionCommand } from './wire.js';

const parameterShape = z.object({
  name: z.string(),
  title: z.string(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
});

/** `composeExtensions` of the manifest; one at most. */
export const extensionShape = z
  .array(
    z.object({
      commands: z.array(
        z.object({
          id: z.string(),
          type: z.enum(['query', 'action']).default('query'),
          title: z.string(),
          context: z.array(z.string()).default(['compose', 'commandBox']),
          initialRun: z.boolean().default(false),
          parameters: z.array(parameterShape).default([]),
        }),
      ),
    }),
  )
  .max(1)
  .default([]);

/** The commands of the message extension, with their texts in one language. */
export function extensionCommands(
  extensions: z.infer<typeof extensionShape>,
  translated: (key: string, original: string) => string,
): readonly HostExtensionCommand[] {
  const commands = extensions[0]?.commands ?? [];
  return commands.map(({ id, type, title, context, initialRun, parameters }, at) => {
    const key = `composeExtensions[0].commands[${at}]`;
    return {
      id,
      type,
      context,
      initialRun,
      title: translated(`${key}.title`, title),
      parameters: parameters.map((parameter, place) => ({
        name: parameter.name,
        title: translated(`${key}.parameters[${place}].title`, parameter.title),
        choices: parameter.choices.map((choice, n) => ({
          value: choice.value,
          title: translated(`${key}.parameters[${place}].choices[${n}].title`, choice.title),
        })),
      })),
    };
  });
}
