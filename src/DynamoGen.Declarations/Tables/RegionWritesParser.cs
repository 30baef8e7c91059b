using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Tables;

/// <summary>Reads which regions write the items of a table.</summary>
internal static class RegionWritesParser
{
    public static RegionWritesModel Read(INamedTypeSymbol table) =>
        table.Attribute(DeclarationAttributes.OneRegion) is { } one ? new(RegionWriteMode.OneRegion, Region: one.Text(0) ?? string.Empty)
        : table.Attribute(DeclarationAttributes.HomeRegion) is { } home ? new(RegionWriteMode.HomeRegion, Property: home.Text(0) ?? string.Empty)
        : new(RegionWriteMode.AnyRegion);

    /// <summary>What is wrong with the declaration, as the end of a sentence; null for nothing, and for one replica alone, which is wrong by itself.</summary>
    public static string? Problem(INamedTypeSymbol table, RegionWritesModel writes, EquatableArray<ReplicaModel> replicas) =>
        Modes(table) switch
        {
            0 => null,
            > 1 => "its items are written by AnyRegion, OneRegion or HomeRegion: by one of them",
            _ when replicas.Count == 0 => "regions that write its items are named of a table with two replicas at least",
            _ when replicas.Count == 1 => null,
            _ when writes.Mode == RegionWriteMode.OneRegion
                && replicas.FirstOrDefault(replica => replica.Region == writes.Region) is not { IsWitness: false } =>
                "the region of its OneRegion is one of its replicas, and no witness, which holds no items",
            _ when writes.Property is { Length: 0 } => "its HomeRegion names a property",
            _ => null,
        };

    private static int Modes(INamedTypeSymbol table) =>
        new[] { DeclarationAttributes.AnyRegion, DeclarationAttributes.OneRegion, DeclarationAttributes.HomeRegion }.Count(mode => table.Has(mode));
}
