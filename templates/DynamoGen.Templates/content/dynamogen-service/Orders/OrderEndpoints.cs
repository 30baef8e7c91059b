using Microsoft.AspNetCore.Http.HttpResults;

namespace Service._1.Orders;

/// <summary>Each endpoint calls one access pattern, so that what an endpoint costs is what its pattern costs.</summary>
public static class OrderEndpoints
{
    private const int MostOfCustomer = 100;

    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/customers/{customerId}/orders", Place);
        routes.MapGet("/customers/{customerId}/orders", LatestOfCustomer);
        routes.MapPut("/orders/{orderId:guid}/lines/{number:int}", PutLine);
        routes.MapGet("/orders/{orderId:guid}", WithLines);
    }

    private static async Task<Created<Order>> Place(string customerId, IOrders orders, TimeProvider time, CancellationToken cancellationToken)
    {
        var order = new Order(Guid.NewGuid(), customerId, time.GetUtcNow());
        await orders.Create(order, cancellationToken);
        return TypedResults.Created($"/orders/{order.OrderId}", order);
    }

    private static async Task<IReadOnlyList<Order>> LatestOfCustomer(
        string customerId, IOrders orders, CancellationToken cancellationToken, int limit = 10) =>
        await orders.LatestOfCustomer(customerId, Math.Clamp(limit, 1, MostOfCustomer), cancellationToken);

    private static async Task<NoContent> PutLine(
        Guid orderId, int number, NewOrderLine line, IOrderLines lines, CancellationToken cancellationToken)
    {
        await lines.Put(new OrderLine(orderId, number, line.Product, line.Quantity), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<OrderWithLines>, NotFound>> WithLines(Guid orderId, IOrders orders, CancellationToken cancellationToken) =>
        await orders.WithLines(orderId, cancellationToken) is { } order ? TypedResults.Ok(order) : TypedResults.NotFound();
}
