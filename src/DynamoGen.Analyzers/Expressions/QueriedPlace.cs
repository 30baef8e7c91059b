using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>The table and the index that a Query reads, by their names or by what holds the names for good.</summary>
internal sealed record QueriedPlace(string Table, string Index)
{
    /// <summary>The place, or null if it may be one of several.</summary>
    public static QueriedPlace? Of(VisibleObject query) =>
        NameOf(query, "TableName") is { } table && (query.Sets("IndexName") ? NameOf(query, "IndexName") : "") is { } index ? new(table, index) : null;

    private static string? NameOf(VisibleObject query, string property) =>
        query.CertainValueOf(property) is not { } value ? null
            : ConstantText.Of(value) is { } text ? $"'{text}'"
            : value.WithoutConversions() is IFieldReferenceOperation { Field: { IsReadOnly: true } field, Instance: null or IInstanceReferenceOperation }
                ? field.ToDisplayString()
                : null;
}
