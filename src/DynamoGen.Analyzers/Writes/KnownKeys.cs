using System.Collections.Concurrent;
using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>
/// Learns which attributes are the keys of the tables of a compilation: from its queries, its schemas and its mapped classes, and from their names.
/// </summary>
internal sealed class KnownKeys(SdkSymbols sdk, Compilation compilation)
{
    private readonly ConcurrentDictionary<string, bool> _hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _sorts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _read = new(StringComparer.Ordinal);
    private readonly QueryHash _queries = new(sdk, new WholeKey(new Lazy<MappedTables>(() => new MappedTables(compilation, sdk))));

    /// <summary>Whether an attribute is a hash key, and nowhere a sort key.</summary>
    public bool IsHash(string attribute) =>
        (NamedKey.IsHash(attribute) || _hashes.ContainsKey(attribute)) && !NamedKey.IsSort(attribute) && !_sorts.ContainsKey(attribute);

    /// <summary>Whether a Query asks for a value of a hash key.</summary>
    public bool IsRead(string value) => _read.ContainsKey(value);

    /// <summary>Whether two attributes are the hash key and the sort key of one table or index.</summary>
    public bool ArePair(string hash, string sort) => NamedKey.IsHash(hash) ? NamedKey.ArePair(hash, sort) : _sorts.ContainsKey(sort);

    public void Learn(IOperation operation)
    {
        if (operation is not IObjectCreationOperation { Type: { } type } creation || !sdk.Declares(type))
        {
            return;
        }

        if (type.Name == "QueryRequest")
        {
            LearnQuery(VisibleObject.Of(creation, sdk));
        }
        else if (type.Name == "CreateTableRequest")
        {
            foreach (var element in VisibleObject.Of(creation, sdk).CollectionOf("KeySchema").Entries)
            {
                LearnElement(VisibleObject.From(element.Value, sdk));
            }
        }
    }

    public void Learn(INamedTypeSymbol type)
    {
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (MappedClass.Has([property], sdk.HashKeyAttribute))
            {
                _hashes.TryAdd(MappedClass.AttributeNameOf(property, sdk), true);
            }
            else if (MappedClass.Has([property], sdk.RangeKeyAttribute))
            {
                _sorts.TryAdd(MappedClass.AttributeNameOf(property, sdk), true);
            }
        }
    }

    /// <summary>The keys of an index are often what else changes, such as a status, so that only those of the table are learned.</summary>
    private void LearnQuery(VisibleObject query)
    {
        if (_queries.Of(query) is { } hash && ConstantText.Of(hash.Value) is { } text)
        {
            _read.TryAdd(text, true);
        }

        if (query.Sets("IndexName")
            || RequestText.OnlyOf(query, "KeyConditionExpression", ExpressionKind.KeyCondition) is not { Expression: { Condition: { } condition } expression })
        {
            return;
        }

        var names = new AttributeNames(query);
        if (QueryHash.ComparisonIn(expression) is var (path, _))
        {
            var attribute = names.Resolve(path.Attribute);
            _hashes.TryAdd(attribute, true);
            foreach (var other in expression.Paths.Select(other => names.Resolve(other.Attribute)).Where(other => other != attribute))
            {
                _sorts.TryAdd(other, true);
            }
        }
    }

    private void LearnElement(VisibleObject? element)
    {
        if (element?.CertainValueOf("AttributeName") is { } name && ConstantText.Of(name) is { } attribute
            && element.CertainValueOf("KeyType")?.WithoutConversions() is { } kind)
        {
            var isHash = kind is IFieldReferenceOperation { Field.Name: "HASH" } || ConstantText.Of(kind) == "HASH";
            (isHash ? _hashes : _sorts).TryAdd(attribute, true);
        }
    }
}
