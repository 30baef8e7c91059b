using Microsoft.CodeAnalysis;

#pragma warning disable RS0030 // Types are looked up by name here, once for each compilation.

namespace DynamoGen.Analyzers.Libraries;

/// <summary>The attributes that entities are declared with.</summary>
internal sealed class DeclarationSymbols
{
    private DeclarationSymbols(Compilation compilation, INamedTypeSymbol entity, INamedTypeSymbol key, INamedTypeSymbol allowScan)
    {
        TrafficAttribute = compilation.GetTypeByMetadataName("DynamoGen.TrafficAttribute");
        CardinalityAttribute = compilation.GetTypeByMetadataName("DynamoGen.CardinalityAttribute");
        EntityAttribute = entity;
        KeyAttribute = key;
        AllowScanAttribute = allowScan;
    }

    /// <summary>The unbound generic <c>EntityAttribute&lt;TTable&gt;</c>.</summary>
    public INamedTypeSymbol EntityAttribute { get; }

    public INamedTypeSymbol KeyAttribute { get; }

    public INamedTypeSymbol AllowScanAttribute { get; }

    public INamedTypeSymbol? TrafficAttribute { get; }

    public INamedTypeSymbol? CardinalityAttribute { get; }

    /// <summary>The attributes, or null if the compilation does not reference DynamoGen.</summary>
    public static DeclarationSymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("DynamoGen.EntityAttribute`1") is { } entity
        && compilation.GetTypeByMetadataName("DynamoGen.KeyAttribute") is { } key
        && compilation.GetTypeByMetadataName("DynamoGen.AllowScanAttribute") is { } allowScan
            ? new DeclarationSymbols(compilation, entity, key, allowScan)
            : null;
}
