using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Values;

/// <summary>A counter of several regions: a number for each of them, in an attribute of its own.</summary>
/// <param name="Parts">The regions that write, and those that did.</param>
internal sealed record CounterValue(EquatableArray<CounterPart> Parts) : ValueModel(CountTypeName)
{
    /// <summary>What one part is stored as.</summary>
    public static readonly ScalarValue Part = new(ScalarKind.Int64);

    private const string CountTypeName = "global::DynamoGen.Regions.Counters.RegionalCount";

    /// <summary>The regions that write.</summary>
    public EquatableArray<string> Writers => new(Parts.Where(part => !part.IsFormer).Select(part => part.Region));

    /// <summary>Whether a C# type is that of a counter.</summary>
    public static bool Is(Microsoft.CodeAnalysis.ITypeSymbol type) => type.PlainName() == CountTypeName;

    /// <summary>What an attribute's name has before the region.</summary>
    public static string Prefix(string counter) => counter + "@";
}

/// <summary>What one region counts.</summary>
/// <param name="Region">The region's system name.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="IsFormer">Whether the region has no replica any more.</param>
internal sealed record CounterPart(string Region, string Attribute, bool IsFormer);
