using DynamoGen.Declarations.Uniqueness;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Declarations.Costs;

/// <summary>What a write takes for the markers of unique values: two units for each that is put or deleted, in a transaction.</summary>
internal static class MarkerWrites
{
    private const int Units = 2;

    /// <summary>The units of all markers.</summary>
    public static CostRange Of(WritePattern write, UniquenessModel uniqueness)
    {
        var unique = write.Unique!;
        if (unique.Updates.Count > 0)
        {
            return new CostRange(0, unique.Updates.Sum(update => Side(update.Before.Count) + Side(update.After.Count)));
        }

        var isReplacement = unique is { Before: not null, After: not null };
        var certain = uniqueness.Constraints.Count(constraint => constraint.Properties.All(part => !part.IsNullable));
        return isReplacement
            ? new CostRange(0, 2 * Units * uniqueness.Constraints.Count)
            : new CostRange(Units * certain, Units * uniqueness.Constraints.Count);
    }

    private static int Side(int parts) => parts == 0 ? 0 : Units;
}
