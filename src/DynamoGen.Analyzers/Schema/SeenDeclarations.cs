using System.Collections.Concurrent;
using DynamoGen.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Schema;

/// <summary>The tables and entities that were met in a compilation, by name, by class and with a place for each table.</summary>
internal sealed class SeenDeclarations
{
    private readonly ConcurrentDictionary<string, Location?> _tables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _entities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _types = new(StringComparer.Ordinal);

    /// <summary>A place of any of them.</summary>
    public Location? Any => _tables.Values.OrderBy(place => place?.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(place => place?.SourceSpan.Start).FirstOrDefault();

    /// <summary>Remembers a table, declared or used by the type; the first place in the order of files stays.</summary>
    public void Add(string table, INamedTypeSymbol type)
    {
        _types[Name(type)] = true;
        _tables.AddOrUpdate(table, Place(type), (_, known) => First(known, Place(type)));
    }

    public void Add(INamedTypeSymbol entity)
    {
        _types[Name(entity)] = true;
        _entities[EntityParser.EntityName(entity)] = true;
    }

    public bool HasEntity(string name) => _entities.ContainsKey(name);

    public bool IsDeclared(string typeName) => _types.ContainsKey(typeName);

    /// <summary>A place of the table, or null where nothing declares or uses it.</summary>
    public Location? TypeOf(string table) => _tables.TryGetValue(table, out var place) ? place : null;

    private static string Name(INamedTypeSymbol type) => type.PlainName().Replace("global::", string.Empty);

    private static Location? Place(INamedTypeSymbol type) => type.Locations.FirstOrDefault(location => location.IsInSource);

    private static Location? First(Location? left, Location? right) =>
        string.CompareOrdinal(left?.SourceTree?.FilePath, right?.SourceTree?.FilePath) is var order && order != 0 ? order < 0 ? left : right
        : left?.SourceSpan.Start <= right?.SourceSpan.Start ? left : right;
}
