namespace DynamoGen.Testing;

/// <summary>Numbers that look random and follow from what they are drawn for, on every machine and run time alike.</summary>
internal static class SeededDraw
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>A number from 0 up to but not 1.</summary>
    public static double Of(int seed, int rule, string accessPattern, int attempt)
    {
        var state = Mix(unchecked((uint)seed + Golden));
        state = Mix(state ^ (uint)rule);
        foreach (var character in accessPattern)
        {
            state = Mix(state ^ character);
        }

        // The upper 53 bits are what a double holds.
        return (Mix(state ^ (uint)attempt) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>One step of SplitMix64.</summary>
    private static ulong Mix(ulong state)
    {
        unchecked
        {
            state += Golden;
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
            return state ^ (state >> 31);
        }
    }
}
