using System.Globalization;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>One promise and what was measured of it.</summary>
/// <param name="Name">What is promised.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Limit">The bar.</param>
/// <param name="Unit">The unit of both.</param>
/// <param name="IsLeast">Whether more is better.</param>
public sealed record Bar(string Name, double Measured, double Limit, string Unit, bool IsLeast = false)
{
    public bool Holds => IsLeast ? Measured >= Limit : Measured <= Limit;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-72} {Measured,12:#,0.###} {Unit,-2} bar {(IsLeast ? ">=" : "<=")} {Limit,9:#,0.##} {Unit,-2} {(Holds ? "ok" : "short")}");
}
