namespace DynamoGen.Tests.Serialization;

/// <summary>An entity whose one property was stored in three ways.</summary>
[Entity<TestTable>(Version = 3)]
[Key("VERSIONED#{Id}", "VERSIONED")]
public sealed partial record Versioned
{
    public required string Id { get; init; }

    public required Price Cost { get; init; }

    /// <summary>Version 1 kept cents.</summary>
    [Upcast(1, nameof(Cost), StoredAs = "Cents")]
    private static decimal CostInUnits(long cents) => cents / 100m;

    /// <summary>Version 2 kept a number of dollars.</summary>
    [Upcast(2, nameof(Cost))]
    private static Price CostInDollars(decimal amount) => new(amount, "USD");
}

public readonly record struct Price(decimal Amount, string Currency);
