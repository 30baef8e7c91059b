using Microsoft.AspNetCore.Http.HttpResults;
using NorthwindService.Customers;

namespace NorthwindService.Carts;

/// <summary>The endpoints of carts.</summary>
public static class CartEndpoints
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    public static void MapCarts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/carts/{customerId}", Get);
        routes.MapPut("/carts/{customerId}", Put);
        routes.MapDelete("/carts/{customerId}", Delete);
    }

    private static async Task<Results<Ok<Cart>, NotFound>> Get(CustomerId customerId, ICarts carts, CancellationToken cancellationToken) =>
        await carts.Get(customerId, cancellationToken) is { } cart ? TypedResults.Ok(cart) : TypedResults.NotFound();

    private static async Task<NoContent> Put(
        CustomerId customerId, IReadOnlyList<CartLine> lines, ICarts carts, TimeProvider clock, CancellationToken cancellationToken)
    {
        var cart = new Cart { CustomerId = customerId, Lines = lines, Expires = clock.GetUtcNow() + Lifetime };
        await carts.Put(cart, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Delete(CustomerId customerId, ICarts carts, CancellationToken cancellationToken)
    {
        await carts.Delete(customerId, cancellationToken);
        return TypedResults.NoContent();
    }
}
