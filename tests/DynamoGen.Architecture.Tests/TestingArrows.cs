namespace DynamoGen.Architecture.Tests;

/// <summary>The package for tests of code that uses repositories.</summary>
internal static class TestingArrows
{
    public static Arrows Table { get; } = new(
        "DynamoGen.Testing",
        ("Clocks", []), ("Faults", []), ("Regions", []), ("Tables", []), ("Transactions", []), ("Batches", ["Transactions"]), ("Versions", ["Faults"]));
}
