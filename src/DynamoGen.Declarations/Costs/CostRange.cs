using System.Globalization;

namespace DynamoGen.Declarations.Costs;

/// <summary>From how many capacity units to how many: where both are one, it depends on nothing.</summary>
internal readonly record struct CostRange(int Fewest, int Most)
{
    public static CostRange operator +(CostRange left, CostRange right) => new(left.Fewest + right.Fewest, left.Most + right.Most);

    public override string ToString() => Fewest == Most ? Text(Most) : $"from {Text(Fewest)} to {Text(Most)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
