using System.Net;
using DynamoGen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NorthwindService.Customers;

namespace Northwind.Tests;

/// <summary>ASP.NET Core takes wrappers from routes, queries and bodies, and writes them into links and answers.</summary>
public sealed class WrapperBindingTests
{
    [Theory]
    [InlineData("/route/SAVEA", "\"SAVEA\"")]
    [InlineData("/route/a%20b", "\"a b\"")]
    [InlineData("/query?id=SAVEA", "\"SAVEA\"")]
    [InlineData("/several?id=SAVEA&id=ALFKI", "[\"SAVEA\",\"ALFKI\"]")]
    [InlineData("/optional", "\"none\"")]
    [InlineData("/optional?number=7", "\"7\"")]
    [InlineData("/link/SAVEA", "\"/route/SAVEA\"")]
    [InlineData("/dictionary/SAVEA", "{\"SAVEA\":{\"id\":\"SAVEA\",\"number\":7}}")]
    public async Task A_wrapper_is_bound_and_answered_as_its_value(string path, string answer) =>
        Assert.Equal((HttpStatusCode.OK, answer), await AskAsync(path));

    [Theory]
    [InlineData("/query")]
    [InlineData("/optional?number=seven")]
    public async Task What_is_no_such_value_is_a_bad_request(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(path)).Status);

    [Theory]
    [InlineData("{\"id\":\"SAVEA\",\"number\":7}", HttpStatusCode.OK, "\"SAVEA 7\"")]
    [InlineData("{\"id\":{\"value\":\"SAVEA\"},\"number\":7}", HttpStatusCode.BadRequest, "")]
    [InlineData("{\"id\":null,\"number\":7}", HttpStatusCode.BadRequest, "")]
    public async Task A_body_has_the_value_alone(string body, HttpStatusCode status, string answer) =>
        Assert.Equal((status, answer), await AskAsync("/body", body));

    private static async Task<(HttpStatusCode Status, string Answer)> AskAsync(string path, string? body = null)
    {
        await using var application = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        using var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = content is null ? await client.GetAsync(path) : await client.PostAsync(path, content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, port: 0));
        var application = builder.Build();
        application.MapGet("/route/{id}", (CustomerId id) => TypedResults.Ok(id)).WithName("route");
        application.MapGet("/query", (CustomerId id) => TypedResults.Ok(id));
        application.MapGet("/several", (CustomerId[] id) => TypedResults.Ok(id));
        application.MapGet("/optional", (OrderNumber? number) => TypedResults.Ok(number?.ToString() ?? "none"));
        application.MapGet("/link/{id}", (CustomerId id, LinkGenerator links) => TypedResults.Ok(links.GetPathByName("route", new { id })));
        application.MapGet("/dictionary/{id}", (CustomerId id) => TypedResults.Ok(new Dictionary<CustomerId, Placed> { [id] = new(id, new OrderNumber(7)) }));
        application.MapPost("/body", (Placed placed) => TypedResults.Ok($"{placed.Id} {placed.Number}"));
        await application.StartAsync();
        return application;
    }

    private sealed record Placed(CustomerId Id, OrderNumber Number);
}

/// <summary>A wrapper of a number.</summary>
[Wrapper]
internal readonly partial record struct OrderNumber(int Value);
