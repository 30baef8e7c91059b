using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>A value of which each region of a global table has a part, in an attribute of its own.</summary>
/// <param name="TypeName">The C# type.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Part">What one part is stored as.</param>
/// <param name="Parts">The regions that write, and those that did.</param>
internal sealed record RegionalValue(string TypeName, RegionalKind Kind, ValueModel Part, EquatableArray<RegionalPart> Parts) : ValueModel(TypeName)
{
    /// <summary>The regions that write.</summary>
    public EquatableArray<string> Writers => new(Parts.Where(part => !part.IsFormer).Select(part => part.Region));

    /// <summary>What a C# type is of which regions have parts; null for any other.</summary>
    public static RegionalKind? KindOf(ITypeSymbol type) => type is not INamedTypeSymbol named ? null : named.ConstructedFrom.PlainName() switch
    {
        "global::DynamoGen.Regions.Values.RegionalCount" => RegionalKind.Counter,
        "global::DynamoGen.Regions.Values.RegionalSet<T>" => RegionalKind.Set,
        "global::DynamoGen.Regions.Values.RegionalRegister<T>" => RegionalKind.Register,
        _ => null,
    };

    /// <summary>The attribute that marks such a property, as it is written.</summary>
    public static string MarkOf(RegionalKind kind) => kind switch
    {
        RegionalKind.Counter => "RegionalCounter",
        RegionalKind.Set => "RegionalSet",
        _ => "RegionalRegister",
    };

    /// <summary>What an attribute's name has before the region.</summary>
    public static string Prefix(string name) => name + "@";
}

/// <summary>What a value is of which each region has a part.</summary>
internal enum RegionalKind
{
    /// <summary>A sum, to which updates add.</summary>
    Counter,

    /// <summary>A set that is written with what was added and removed.</summary>
    Set,

    /// <summary>A value that was set last.</summary>
    Register,
}

/// <summary>What one region writes of a value.</summary>
/// <param name="Region">The region's system name.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="IsFormer">Whether the region has no replica any more.</param>
internal sealed record RegionalPart(string Region, string Attribute, bool IsFormer);
