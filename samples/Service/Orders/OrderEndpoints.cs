using Microsoft.AspNetCore.Http.HttpResults;
using NorthwindService.Customers;

namespace NorthwindService.Orders;

/// <summary>The endpoints of orders: each calls one access pattern, so that what an endpoint costs is what its pattern costs.</summary>
public static class OrderEndpoints
{
    private const int MostOfPage = 100;

    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/orders/{orderId:int}", WithLines);
        routes.MapPost("/orders", Create);
        routes.MapPut("/orders/{orderId:int}/shipment", Ship);
        routes.MapGet("/customers/{customerId}/orders", OfCustomer);
        routes.MapGet("/employees/{employeeId:int}/orders/latest", LatestOfEmployee);
        routes.MapGet("/employees/{employeeId:int}/orders/open", OpenOfEmployee);
        routes.MapGet("/employees/{employeeId:int}/orders/open-by-filter", OpenOfEmployeeByFilter);
    }

    private static async Task<Results<Ok<OrderWithLines>, NotFound>> WithLines(int orderId, IOrders orders, CancellationToken cancellationToken) =>
        await orders.WithLines(orderId, cancellationToken) is { } order ? TypedResults.Ok(order) : TypedResults.NotFound();

    private static async Task<Created<Order>> Create(NewOrder placed, IOrders orders, CancellationToken cancellationToken)
    {
        var order = placed.ToOrder();
        await orders.Create(order, cancellationToken);
        return TypedResults.Created($"/orders/{order.OrderId}", order);
    }

    private static async Task<NoContent> Ship(int orderId, Shipment shipment, IOrders orders, CancellationToken cancellationToken)
    {
        await orders.UpdateShippedOn(orderId, shipment.ShippedOn, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<OrderPage> OfCustomer(
        CustomerId customerId, IOrders orders, CancellationToken cancellationToken, int limit = 10, string? cursor = null)
    {
        var page = await orders.OfCustomer(customerId, Math.Clamp(limit, 1, MostOfPage), cursor, cancellationToken);
        return new OrderPage(page.Items, page.Cursor);
    }

    private static async Task<IReadOnlyList<Order>> LatestOfEmployee(int employeeId, IOrders orders, CancellationToken cancellationToken, int limit = 10) =>
        await orders.LatestOfEmployee(employeeId, Math.Clamp(limit, 1, MostOfPage), cancellationToken);

    private static async Task<IReadOnlyList<Order>> OpenOfEmployee(int employeeId, IOrders orders, CancellationToken cancellationToken) =>
        await orders.OpenOfEmployee(employeeId, cancellationToken);

    private static async Task<IReadOnlyList<Order>> OpenOfEmployeeByFilter(int employeeId, IOrders orders, CancellationToken cancellationToken) =>
        await orders.OpenOfEmployeeByFilter(employeeId, cancellationToken);
}
