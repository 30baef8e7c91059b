using System.Globalization;

namespace DynamoGen.BuildCost.Costs;

/// <summary>One measurement and the most that it may be.</summary>
internal sealed record CostBar(string Name, double Measured, double Bar, string Unit, string Details)
{
    public bool Holds => Measured <= Bar;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Holds ? "ok   " : "short")} {Name}: {Measured:0.##} {Unit}, bar {Bar:0.##} {Unit} ({Details})");
}
