using System.Collections.Concurrent;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Schema;

/// <summary>The tables and entities that were met in a compilation, by name, by class and with a place for each table.</summary>
internal sealed class SeenDeclarations
{
    private readonly ConcurrentDictionary<string, Location?> _tables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string? Table, string Name), bool> _entities = [];
    private readonly ConcurrentDictionary<(string? Table, string Type), bool> _entityTypes = [];
    private readonly ConcurrentDictionary<string, bool> _types = new(StringComparer.Ordinal);

    /// <summary>A place of any of them.</summary>
    public Location? Any => _tables.Values.OrderBy(place => place?.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(place => place?.SourceSpan.Start).FirstOrDefault();

    /// <summary>Remembers a table, declared or used by the type; the first place in the order of files stays.</summary>
    public void Add(string table, INamedTypeSymbol type)
    {
        _types[Name(type)] = true;
        _tables.AddOrUpdate(table, Place(type), (_, known) => First(known, Place(type)));
    }

    /// <summary>Remembers an entity; one that cannot be parsed, and whose table is not known, is declared nevertheless.</summary>
    public void AddEntity(string? table, INamedTypeSymbol type)
    {
        _types[Name(type)] = true;
        _entities[(table, EntityParser.EntityName(type))] = true;
        _entityTypes[(table, Name(type))] = true;
    }

    /// <summary>Whether the table has an entity of the name or of the class.</summary>
    public bool HasEntity(string table, string name, string typeName) =>
        new[] { table, null }.Any(place => _entities.ContainsKey((place, name)) || _entityTypes.ContainsKey((place, typeName)));

    /// <summary>Another table that has an entity of the class, or null.</summary>
    public string? OtherTableOf(string table, string typeName) => _entityTypes.Keys
        .Where(entity => entity.Type == typeName && entity.Table is not null && entity.Table != table)
        .Select(entity => entity.Table).OrderBy(other => other, StringComparer.Ordinal).FirstOrDefault();

    public bool IsDeclared(string typeName) => _types.ContainsKey(typeName);

    /// <summary>A place of the table, or null where nothing declares or uses it.</summary>
    public Location? TypeOf(string table) => _tables.TryGetValue(table, out var place) ? place : null;

    private static string Name(INamedTypeSymbol type) => type.PlainName().Replace("global::", string.Empty);

    private static Location? Place(INamedTypeSymbol type) => type.Locations.FirstOrDefault(location => location.IsInSource);

    private static Location? First(Location? left, Location? right) =>
        string.CompareOrdinal(left?.SourceTree?.FilePath, right?.SourceTree?.FilePath) is var order && order != 0 ? order < 0 ? left : right
        : left?.SourceSpan.Start <= right?.SourceSpan.Start ? left : right;
}
