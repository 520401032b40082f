import { z } from 'zod';

// The page's policy forbids making code from text, which zod would try for speed. Imported before
// any schema is made.
z.config({ jitless: true });
