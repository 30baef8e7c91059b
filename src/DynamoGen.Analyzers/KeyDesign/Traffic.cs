using System.Globalization;
using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>The capacity units a second that <c>[Traffic]</c> declares on an entity or on its table.</summary>
internal sealed class Traffic
{
    /// <summary>The part of a partition's limit up to which a key's even share is fine: traffic is never spread quite evenly.</summary>
    private const double FineShare = 0.5;

    private Traffic(long writes, long reads) => (Writes, Reads) = (writes, reads);

    public long Writes { get; }

    public long Reads { get; }

    /// <summary>The entity's own traffic, else its table's, or null if neither is declared.</summary>
    public static Traffic? Of(INamedTypeSymbol entity, INamedTypeSymbol? table, DeclarationSymbols declarations) =>
        declarations.TrafficAttribute is { } attribute ? On(entity, attribute) ?? (table is null ? null : On(table, attribute)) : null;

    /// <summary>Whether an even share of it, for so many keys, comes near to what one partition takes.</summary>
    public bool IsTooMuchFor(long keys) =>
        (double)Writes / keys > FineShare * PartitionLimit.WriteUnits || (double)Reads / keys > FineShare * PartitionLimit.ReadUnits;

    /// <summary>Such as <c>5,000 WCU and 200 RCU</c>, divided among so many keys.</summary>
    public string Share(long keys) => Units(Writes / keys, Reads / keys);

    public static string Units(long writes, long reads) => string.Format(CultureInfo.InvariantCulture, "{0:N0} WCU and {1:N0} RCU", writes, reads);

    private static Traffic? On(INamedTypeSymbol type, INamedTypeSymbol attribute)
    {
        if (type.GetAttributes().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute)) is not { } declared)
        {
            return null;
        }

        var (writes, reads) = (Named(declared, "WritesPerSecond"), Named(declared, "ReadsPerSecond"));
        return writes < 0 || reads < 0 ? null : new Traffic(writes, reads);
    }

    private static int Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.Where(argument => argument.Key == name).Select(argument => argument.Value.Value).FirstOrDefault() is int units ? units : 0;
}
