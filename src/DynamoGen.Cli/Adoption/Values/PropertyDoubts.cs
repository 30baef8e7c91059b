namespace DynamoGen.Cli.Adoption.Values;

/// <summary>What is not certain of a property.</summary>
internal static class PropertyDoubts
{
    /// <param name="form">Its type.</param>
    /// <param name="held">In how many items it is.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="of">What they are.</param>
    public static List<string> Of(ValueForm form, int held, int all, string of)
    {
        List<string> doubts = [.. form.Doubts];
        if (held < all)
        {
            doubts.Add(FormattableString.Invariant($"in {held} of {all} {of}"));
        }

        if (form.HasNull)
        {
            doubts.Add("NULL in some; null leaves the attribute out when it is written");
        }

        return doubts;
    }
}
