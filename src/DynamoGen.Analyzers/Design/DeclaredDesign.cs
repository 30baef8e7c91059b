using System.Collections.Concurrent;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>All tables, entities and repositories of one compilation, which together say what is written and what is ever read.</summary>
internal sealed class DeclaredDesign
{
    private readonly ConcurrentBag<Declared<TableModel>> _tables = [];
    private readonly ConcurrentBag<Declared<EntityModel>> _entities = [];
    private readonly ConcurrentBag<Declared<RepositoryModel>> _repositories = [];
    private readonly Lazy<ILookup<string?, Declared<EntityModel>>> _entitiesByTable;
    private int _incomplete;

    public DeclaredDesign() => _entitiesByTable = new(() => Current(_entities).ToLookup(entity => EntityParser.TableType(entity.Type)?.PlainName()));

    /// <summary>Whether something could not be parsed, so that what it reads is not known; that is reported elsewhere.</summary>
    public bool IsIncomplete => _incomplete > 0;

    public IReadOnlyList<Declared<TableModel>> Tables => [.. _tables.OrderBy(table => table.Model.Type.FullName, StringComparer.Ordinal)];

    /// <summary>The entities of a table, once all were added.</summary>
    public IEnumerable<Declared<EntityModel>> EntitiesOf(string tableType) => _entitiesByTable.Value[tableType];

    public IReadOnlyList<Declared<RepositoryModel>> RepositoriesOf(string tableType) =>
        [.. _repositories.Where(repository => repository.Model.TableType == tableType)];

    public IEnumerable<Declared<RepositoryModel>> Repositories => _repositories;

    public void Add(INamedTypeSymbol type)
    {
        Add(type, DeclarationAttributes.Table, TableParser.Parse, _tables);
        Add(type, DeclarationAttributes.Entity, EntityParser.Parse, _entities);
        Add(type, DeclarationAttributes.Repository, RepositoryParser.Parse, _repositories);
    }

    /// <summary>Of several classes of one entity name, that of the highest version speaks for it.</summary>
    private static IEnumerable<Declared<EntityModel>> Current(IEnumerable<Declared<EntityModel>> entities) => entities
        .OrderBy(entity => entity.Model.Name, StringComparer.Ordinal)
        .ThenByDescending(entity => entity.Model.Version)
        .ThenBy(entity => entity.Model.Type.FullName, StringComparer.Ordinal)
        .GroupBy(entity => (entity.Model.TableName, entity.Model.Name))
        .Select(same => same.First());

    private void Add<TModel>(
        INamedTypeSymbol type, string attribute, Func<INamedTypeSymbol, DeclarationProblems, TModel?> parse, ConcurrentBag<Declared<TModel>> models)
        where TModel : class
    {
        if (!type.Has(attribute))
        {
            return;
        }

        if (parse(type, new DeclarationProblems()) is { } model)
        {
            models.Add(new Declared<TModel>(type, model));
        }
        else
        {
            Interlocked.Increment(ref _incomplete);
        }
    }
}

/// <summary>A model with the type that declares it.</summary>
internal sealed record Declared<TModel>(INamedTypeSymbol Type, TModel Model);
