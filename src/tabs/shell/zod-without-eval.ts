import { z } from 'zod';

// Otherwise every page would report a violation of its own content security policy.
z.config({ jitless: true });
