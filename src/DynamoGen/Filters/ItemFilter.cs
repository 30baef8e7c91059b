using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using DynamoGen.Filters;
using DynamoGen.Serialization;

namespace DynamoGen;

/// <summary>
/// What the items of a Query or Scan are filtered by, put together while the application runs from the fields of a type marked with
/// <see cref="FieldsAttribute{TEntity}"/>. It never changes; null filters nothing.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <remarks>
/// Names and values go behind placeholders of their own, so that neither can change what is asked. DynamoDB reads, and bills, what a filter leaves out. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.FilterExpression.html">filter expressions</see>.
/// </remarks>
public sealed class ItemFilter<TEntity>
    where TEntity : class
{
    private readonly FilterNode _root;
    private FilterExpression? _expression;

    internal ItemFilter(FilterNode root) => _root = root;

    /// <summary>As it is sent. Two threads that make it at once make the same.</summary>
    private FilterExpression Expression => _expression ??= FilterExpression.Of(_root);

    /// <summary>Items that meet both filters; where one is null, the other one.</summary>
    /// <param name="left">A filter.</param>
    /// <param name="right">A filter.</param>
    /// <returns>The filter, null where both are.</returns>
    [return: NotNullIfNotNull(nameof(left)), NotNullIfNotNull(nameof(right))]
    public static ItemFilter<TEntity>? operator &(ItemFilter<TEntity>? left, ItemFilter<TEntity>? right) => Join(left, right, " AND ");

    /// <summary>Items that meet one filter or both; where one is null, the other one.</summary>
    /// <param name="left">A filter.</param>
    /// <param name="right">A filter.</param>
    /// <returns>The filter, null where both are.</returns>
    [return: NotNullIfNotNull(nameof(left)), NotNullIfNotNull(nameof(right))]
    public static ItemFilter<TEntity>? operator |(ItemFilter<TEntity>? left, ItemFilter<TEntity>? right) => Join(left, right, " OR ");

    /// <summary>Items that do not meet a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <returns>Its opposite.</returns>
    public static ItemFilter<TEntity> operator !(ItemFilter<TEntity> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(NotNode.Of(filter._root));
    }

    /// <summary>Lets <c>||</c> join filters as <c>|</c> does; a filter is neither true nor false by itself.</summary>
    /// <param name="filter">A filter.</param>
    /// <returns>Always false.</returns>
    public static bool operator true(ItemFilter<TEntity>? filter) => false;

    /// <summary>Lets <c>&amp;&amp;</c> join filters as <c>&amp;</c> does; a filter is neither true nor false by itself.</summary>
    /// <param name="filter">A filter.</param>
    /// <returns>Always false.</returns>
    public static bool operator false(ItemFilter<TEntity>? filter) => false;

    /// <summary>Whether its text has placeholders of values: <c>attribute_exists</c> alone has none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool HasValues => Expression.HasValues;

    /// <summary>Writes the text of the filter, in parentheses where it has several parts.</summary>
    /// <param name="writer">The request being written, within a text.</param>
    /// <param name="pattern">The access pattern that is filtered.</param>
    /// <param name="bytes">How long the expression is beside it, in bytes.</param>
    /// <param name="operators">How many operators the expression has beside it.</param>
    /// <param name="keys">The key attributes of what is queried, by which nothing can be filtered.</param>
    /// <exception cref="FilterException">DynamoDB would refuse it.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteExpression(WireWriter writer, string pattern, int bytes, int operators, params ReadOnlySpan<string> keys)
    {
        ArgumentNullException.ThrowIfNull(writer);
        FilterLimits.CheckTree(_root, pattern, operators);
        FilterLimits.CheckText(Expression, pattern, bytes, keys);
        writer.Text(Expression.Text);
    }

    /// <summary>Writes the names that the text's placeholders stand for, each as a member.</summary>
    /// <param name="writer">The request being written, within an object.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteNames(WireWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Expression.WriteNames(writer);
    }

    /// <summary>Writes the values that the text's placeholders stand for, each as a member.</summary>
    /// <param name="writer">The request being written, within an object.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteValues(WireWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Expression.WriteValues(writer);
    }

    [return: NotNullIfNotNull(nameof(left)), NotNullIfNotNull(nameof(right))]
    private static ItemFilter<TEntity>? Join(ItemFilter<TEntity>? left, ItemFilter<TEntity>? right, string keyword) =>
        left is null ? right : right is null ? left : new(new PairNode(left._root, keyword, right._root));
}
