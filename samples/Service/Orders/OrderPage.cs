namespace NorthwindService.Orders;

/// <summary>Some orders, and what the next request gives as <c>?cursor=</c>; null behind the last page.</summary>
public sealed record OrderPage(IReadOnlyList<Order> Items, string? Cursor);
