using System.Globalization;
using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>The capacity units a second that <c>[Traffic]</c> declares on an entity or on its table.</summary>
internal sealed class Traffic
{
    /// <summary>The part of a partition's limit up to which a key's even share is fine: traffic is never spread quite evenly.</summary>
    private const double FineShare = 0.5;

    private Traffic(long writes, long reads, Units? average) => (Writes, Reads, Average) = (writes, reads, average);

    public long Writes { get; }

    public long Reads { get; }

    /// <summary>What it is over a month; null where that is not declared.</summary>
    public Units? Average { get; }

    /// <summary>Whether other entities of the table have an unknown part of it.</summary>
    public bool IsShared { get; private init; }

    /// <summary>How many entities it is that of.</summary>
    public int Entities { get; private init; } = 1;

    /// <summary>Whose it is, where it is that of several entities.</summary>
    public string Whose => Entities == 1 ? string.Empty : $" of {Entities} entities";

    /// <summary>What is there most of the time, as far as it is declared.</summary>
    public Units Usual => Average ?? new Units(Writes, Reads);

    /// <summary>The same without reads.</summary>
    public Traffic Written() => new(Writes, 0, Average) { IsShared = IsShared, Entities = Entities };

    /// <summary>The same of a table that has several entities.</summary>
    public Traffic Shared() => new(Writes, Reads, Average) { IsShared = true };

    /// <summary>Both together, of two entities or more.</summary>
    public Traffic With(Traffic other) => new(Writes + other.Writes, Reads + other.Reads, average: null) { Entities = Entities + other.Entities };

    /// <summary>What a table or an entity declares itself.</summary>
    public static Traffic? On(INamedTypeSymbol type, DeclarationSymbols declarations) =>
        declarations.TrafficAttribute is { } attribute ? On(type, attribute) : null;

    /// <summary>Whether an even share of it, for so many keys, comes near to what one partition takes.</summary>
    public bool IsTooMuchFor(long keys) =>
        (double)Writes / keys > FineShare * PartitionLimit.WriteUnits || (double)Reads / keys > FineShare * PartitionLimit.ReadUnits;

    /// <summary>Such as <c>5,000 WCU and 200 RCU</c>, divided among so many keys.</summary>
    public string Share(long keys) => Text(Writes / keys, Reads / keys);

    public static string Text(long writes, long reads) => string.Format(CultureInfo.InvariantCulture, "{0:N0} WCU and {1:N0} RCU", writes, reads);

    private static Traffic? On(INamedTypeSymbol type, INamedTypeSymbol attribute)
    {
        if (type.GetAttributes().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute)) is not { } declared)
        {
            return null;
        }

        var (writes, reads) = (Named(declared, "WritesPerSecond"), Named(declared, "ReadsPerSecond"));
        var average = new Units(Named(declared, "AverageWritesPerSecond"), Named(declared, "AverageReadsPerSecond"));
        return writes < 0 || reads < 0 ? null : new Traffic(writes, reads, average is { Writes: <= 0, Reads: <= 0 } ? null : average);
    }

    private static int Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.Where(argument => argument.Key == name).Select(argument => argument.Value.Value).FirstOrDefault() is int units ? units : 0;
}

/// <summary>Capacity units a second.</summary>
internal readonly record struct Units(long Writes, long Reads);
