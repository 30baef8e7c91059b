using System.Text;
using System.Text.Json;
using DynamoGen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NorthwindService.Problems;

namespace Northwind.Tests;

/// <summary>What a client of the service is told of what DynamoDB refuses. DynamoDB Local throttles nobody, so that the refusal is made here.</summary>
public sealed class DataAccessProblemTests
{
    [Fact]
    public async Task Throttling_is_503_and_says_when_to_come_again()
    {
        var (handled, response, problem) = await Handle(new ThrottledException("IOrders.Create", "TableWriteKeyRangeThroughputExceeded"));

        Assert.True(handled);
        Assert.Equal(503, response.StatusCode);
        Assert.Equal("1", response.Headers.RetryAfter);
        Assert.Equal("application/problem+json", response.ContentType);
        Assert.Equal(503, JsonElement.Parse(problem).GetProperty("status").GetInt32());
        Assert.DoesNotContain("IOrders", problem);
    }

    [Fact]
    public async Task A_failed_condition_is_409_and_needs_no_other_time()
    {
        var (handled, response, _) = await Handle(new ConditionFailedException("IOrders.Create"));

        Assert.True(handled);
        Assert.Equal(409, response.StatusCode);
        Assert.False(response.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public async Task What_is_no_refusal_is_left_to_others()
    {
        var (handled, _, problem) = await Handle(new InvalidOperationException("A defect."));

        Assert.False(handled);
        Assert.Empty(problem);
    }

    private static async Task<(bool Handled, HttpResponse Response, string Problem)> Handle(Exception exception)
    {
        await using var services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
        var problems = new DataAccessProblems(services.GetRequiredService<IProblemDetailsService>());
        var handled = await problems.TryHandleAsync(context, exception, CancellationToken.None);
        return (handled, context.Response, Encoding.UTF8.GetString(body.ToArray()));
    }
}
