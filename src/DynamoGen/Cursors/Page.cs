namespace DynamoGen;

/// <summary>One page of a query's answer, and what the next page is asked for with.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <param name="Items">The items, in the query's order: as many as the limit says, or fewer only on the last page.</param>
/// <param name="Cursor">
/// What the same access pattern, with the same parameters, gives the next page for; null on the last page. It is opaque text of the letters, digits,
/// <c>-</c> and <c>_</c>, encrypted and authenticated, so that it can be handed to a client. The limit may differ from page to page.
/// </param>
/// <remarks>
/// A cursor says that more <em>may</em> follow. Where a query ends exactly with a page's last item, DynamoDB cannot know that nothing follows before
/// it has looked, so that the page after that one can be empty. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html">paginating table query results</see>.
/// </remarks>
public sealed record Page<TEntity>(IReadOnlyList<TEntity> Items, string? Cursor);
