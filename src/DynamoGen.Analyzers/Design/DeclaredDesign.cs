using System.Collections.Concurrent;
using DynamoGen.Generator.Model;
using DynamoGen.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>All tables, entities and repositories of one compilation, which together say what is written and what is ever read.</summary>
internal sealed class DeclaredDesign
{
    private readonly ConcurrentBag<Declared<TableModel>> _tables = [];
    private readonly ConcurrentBag<Declared<EntityModel>> _entities = [];
    private readonly ConcurrentBag<Declared<RepositoryModel>> _repositories = [];
    private int _incomplete;

    /// <summary>Whether something could not be parsed, so that what it reads is not known; that is reported elsewhere.</summary>
    public bool IsIncomplete => _incomplete > 0;

    public IReadOnlyList<Declared<TableModel>> Tables => [.. _tables.OrderBy(table => table.Model.Type.FullName, StringComparer.Ordinal)];

    /// <summary>The entities of a table. Of several classes of one entity name, that of the highest version speaks for it.</summary>
    public IReadOnlyList<Declared<EntityModel>> EntitiesOf(string tableType) =>
        [.. _entities
            .Where(entity => EntityParser.TableType(entity.Type)?.PlainName() == tableType)
            .OrderBy(entity => entity.Model.Name, StringComparer.Ordinal).ThenByDescending(entity => entity.Model.Version).ThenBy(entity => entity.Model.Type.FullName, StringComparer.Ordinal)
            .GroupBy(entity => entity.Model.Name)
            .Select(same => same.First())];

    public IReadOnlyList<Declared<RepositoryModel>> RepositoriesOf(string tableType) => [.. _repositories.Where(repository => repository.Model.TableType == tableType)];

    public IEnumerable<Declared<RepositoryModel>> Repositories => _repositories;

    public void Add(INamedTypeSymbol type)
    {
        Add(type, AttributeNames.Table, TableParser.Parse, _tables);
        Add(type, AttributeNames.Entity, EntityParser.Parse, _entities);
        Add(type, AttributeNames.Repository, RepositoryParser.Parse, _repositories);
    }

    private void Add<TModel>(INamedTypeSymbol type, string attribute, Func<INamedTypeSymbol, DeclarationProblems, TModel?> parse, ConcurrentBag<Declared<TModel>> models)
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
