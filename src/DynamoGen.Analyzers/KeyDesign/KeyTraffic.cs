using DynamoGen.Analyzers.Libraries;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>How much of the declared traffic meets a key: that of all entities that have it alike, and of an index what is read there.</summary>
internal sealed class KeyTraffic
{
    private readonly DeclarationSymbols _declarations;
    private readonly Lazy<ILookup<INamedTypeSymbol, INamedTypeSymbol>> _entities;
    private readonly Lazy<ILookup<INamedTypeSymbol, string?>> _readIndexes;

    public KeyTraffic(Compilation compilation, DeclarationSymbols declarations)
    {
        _declarations = declarations;
        _entities = new(() => Types(compilation).Where(type => TableOf(type) is not null)
            .ToLookup<INamedTypeSymbol, INamedTypeSymbol>(type => TableOf(type)!, SymbolEqualityComparer.Default));
        _readIndexes = new(() => Types(compilation).Where(type => type.TypeKind == TypeKind.Interface)
            .SelectMany(type => type.Attributes(DeclarationAttributes.Repository), (type, repository) => (Type: type, Entity: EntityOf(repository)))
            .Where(repository => repository.Entity is not null)
            .SelectMany(repository => IndexesReadBy(repository.Type), (repository, index) => (repository.Entity, Index: index))
            .ToLookup<(INamedTypeSymbol? Entity, string? Index), INamedTypeSymbol, string?>(
                read => read.Entity!, read => read.Index, SymbolEqualityComparer.Default));
    }

    /// <summary>Null where none is declared.</summary>
    /// <param name="type">The entity.</param>
    /// <param name="table">Its table.</param>
    /// <param name="key">One of its keys; null for one that no template says.</param>
    /// <param name="index">The index of the key, or null for the table's own.</param>
    /// <param name="cancellationToken">Ends the reading of other entities' keys.</param>
    public Traffic? Of(INamedTypeSymbol type, INamedTypeSymbol? table, KeyDeclaration? key, string? index, CancellationToken cancellationToken)
    {
        if (OwnOf(type, index) is not { } own)
        {
            var ofTable = table is null ? null : Traffic.On(table, _declarations);
            return ofTable is null ? null : Met(Names(table!) > 1 ? ofTable.Shared() : ofTable, type, index);
        }

        return key is null || table is null
            ? own
            : Others(type, table).Where(other => HasKey(other, key, cancellationToken)).Select(other => OwnOf(other, index)).OfType<Traffic>()
                .Aggregate(own, (sum, other) => sum.With(other));
    }

    /// <summary>What an entity declares itself.</summary>
    private Traffic? OwnOf(INamedTypeSymbol type, string? index) => Traffic.On(type, _declarations) is { } own ? Met(own, type, index) : null;

    /// <summary>
    /// An index that no access pattern of the entity reads has its writes alone. Without a repository at hand, those that read it are elsewhere.
    /// </summary>
    private Traffic Met(Traffic traffic, INamedTypeSymbol type, string? index) =>
        index is null || !_readIndexes.Value.Contains(type) || _readIndexes.Value[type].Contains(index) ? traffic : traffic.Written();

    /// <summary>The other entities of the table, not other versions of this one.</summary>
    private IEnumerable<INamedTypeSymbol> Others(INamedTypeSymbol type, INamedTypeSymbol table) =>
        _entities.Value[table].Where(other => NameOf(other) != NameOf(type)).GroupBy(NameOf).Select(versions => versions.First());

    private int Names(INamedTypeSymbol table) => _entities.Value[table].Select(NameOf).Distinct().Count();

    private static bool HasKey(INamedTypeSymbol type, KeyDeclaration key, CancellationToken cancellationToken) =>
        type.Attributes(DeclarationAttributes.Key).Select(attribute => KeyDeclaration.TryRead(attribute, cancellationToken)).Any(other =>
            other is not null && other.Index == key.Index && other.PartitionKey.Text == key.PartitionKey.Text && other.Shards == key.Shards);

    private static string NameOf(INamedTypeSymbol type) =>
        type.Attribute(DeclarationAttributes.Entity)?.Named("Name", string.Empty) is { Length: > 0 } name ? name : type.Name;

    private static INamedTypeSymbol? TableOf(INamedTypeSymbol type) =>
        type.Attribute(DeclarationAttributes.Entity)?.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;

    private static INamedTypeSymbol? EntityOf(AttributeData repository) => repository.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;

    /// <summary>Null for a pattern that reads or writes the table, so that each repository is known.</summary>
    private static IEnumerable<string?> IndexesReadBy(INamedTypeSymbol repository) => repository.GetMembers().OfType<IMethodSymbol>()
        .Select(method => method.Attribute(DeclarationAttributes.Index)?.Text(0));

    private static IEnumerable<INamedTypeSymbol> Types(Compilation compilation) => MappedTables.TypesIn(compilation.Assembly.GlobalNamespace);
}
