using System.Net;
using System.Text.Json;
using NorthwindService.Carts;
using NorthwindService.Orders;

namespace NorthwindService.WalkThrough;

/// <summary>A working day of the service's clients, in short, with some of their mistakes.</summary>
public sealed class Visitor(HttpClient client)
{
    private const int Employees = 9;
    private const int FirstOrder = 10_248;
    private const int NewOrder = 20_000;

    /// <exception cref="InvalidOperationException">Something was answered otherwise than a client expects.</exception>
    public async Task VisitAsync()
    {
        Console.WriteLine($"Health: {await Ask(HttpMethod.Get, "/health", HttpStatusCode.OK)}");
        await ReadOrders();
        await TurnPages();
        await LookForOpenOrders();
        await PlaceAndShip();
        await FillCart();
    }

    private async Task ReadOrders()
    {
        for (var orderId = FirstOrder; orderId < FirstOrder + 20; orderId++)
        {
            await Ask(HttpMethod.Get, $"/orders/{orderId}", HttpStatusCode.OK);
        }

        await Ask(HttpMethod.Get, "/orders/1", HttpStatusCode.NotFound);
        await Ask(HttpMethod.Get, "/employees/4/orders/latest", HttpStatusCode.OK);
    }

    /// <summary>Each page says where the next one begins.</summary>
    private async Task TurnPages()
    {
        const string first = "/customers/SAVEA/orders?limit=10";
        var (pages, orders) = (0, 0);
        for (string? path = first; path is not null; pages++)
        {
            var page = JsonElement.Parse(await Ask(HttpMethod.Get, path, HttpStatusCode.OK));
            orders += page.GetProperty("items").GetArrayLength();
            path = page.GetProperty("cursor").GetString() is { } next ? $"{first}&cursor={Uri.EscapeDataString(next)}" : null;
        }

        Console.WriteLine($"Cursors: {orders} orders of a customer on {pages} pages.");
        await Ask(HttpMethod.Get, "/customers/SAVEA/orders?cursor=made-up", HttpStatusCode.BadRequest);
    }

    /// <summary>Each employee asks twice, one way and the other.</summary>
    private async Task LookForOpenOrders()
    {
        for (var call = 0; call < 2 * Employees; call++)
        {
            var filtered = await Ask(HttpMethod.Get, $"/employees/{call % Employees + 1}/orders/open-by-filter", HttpStatusCode.OK);
            if (await Ask(HttpMethod.Get, $"/employees/{call % Employees + 1}/orders/open", HttpStatusCode.OK) != filtered)
            {
                throw new InvalidOperationException("The filter and the index do not have the same open orders.");
            }
        }
    }

    private async Task PlaceAndShip()
    {
        var order = new NewOrder(NewOrder, new("SAVEA"), 4, new DateOnly(2014, 5, 7), 12.5m, "Save-a-lot Markets", "USA");
        var shipment = new Shipment(new DateOnly(2014, 5, 9));
        await Ask(HttpMethod.Post, "/orders", HttpStatusCode.Created, order);
        await Ask(HttpMethod.Post, "/orders", HttpStatusCode.Conflict, order);
        await Ask(HttpMethod.Put, $"/orders/{NewOrder}/shipment", HttpStatusCode.NoContent, shipment);
        await Ask(HttpMethod.Put, $"/orders/{NewOrder}/shipment", HttpStatusCode.Conflict, shipment);
    }

    private async Task FillCart()
    {
        await Ask(HttpMethod.Put, "/carts/SAVEA", HttpStatusCode.NoContent, new[] { new CartLine(11, 2), new CartLine(42, 1) });
        await Ask(HttpMethod.Get, "/carts/SAVEA", HttpStatusCode.OK);
        await Ask(HttpMethod.Delete, "/carts/SAVEA", HttpStatusCode.NoContent);
        await Ask(HttpMethod.Get, "/carts/SAVEA", HttpStatusCode.NotFound);
    }

    private async Task<string> Ask(HttpMethod method, string path, HttpStatusCode expected, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType()) };
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (response.StatusCode != expected)
        {
            throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} instead of {(int)expected}. {text}");
        }

        if (response.Content.Headers.ContentType?.MediaType == "application/problem+json" && expected != HttpStatusCode.NotFound)
        {
            Console.WriteLine($"{method} {path}: {(int)expected}, {JsonElement.Parse(text).GetProperty("detail")}");
        }

        return text;
    }
}
