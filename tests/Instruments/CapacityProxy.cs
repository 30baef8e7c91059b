using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Tests.Instruments;

/// <summary>Stands before DynamoDB Local, passes everything on, and adds up the capacity that the server's answers tell.</summary>
internal sealed class CapacityProxy : IAsyncDisposable
{
    private const string TargetHeader = "X-Amz-Target";
    private readonly WebApplication _application;
    private readonly HttpClient _client;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, double> _units = [];
    private readonly ConcurrentQueue<string> _requests = new();

    private CapacityProxy(Uri server)
    {
        _client = new HttpClient { BaseAddress = server };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port: 0));
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Run(PassOn);
    }

    public string Address => _application.Urls.Single();

    /// <summary>The bodies of the requests of DynamoDB that came, in their order.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>The error, as JSON, that answers every request in the server's place; null where the server answers.</summary>
    public string? Refusal { get; set; }

    /// <summary>The units of all operations, as the server told them.</summary>
    public double TotalUnits
    {
        get
        {
            lock (_lock)
            {
                return _units.Values.Sum();
            }
        }
    }

    public static async Task<CapacityProxy> StartAsync(Uri server)
    {
        var proxy = new CapacityProxy(server);
        await proxy._application.StartAsync();
        return proxy;
    }

    /// <summary>The units of some operations, as the server told them.</summary>
    public double Units(params string[] operations)
    {
        lock (_lock)
        {
            return operations.Sum(operation => _units.GetValueOrDefault(operation));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassOn(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _requests.Enqueue(Encoding.UTF8.GetString(body.ToArray()));
        if (Refusal is { } refusal)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "application/x-amz-json-1.0";
            await context.Response.WriteAsync(refusal);
            return;
        }

        request.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Content-Length" or "Accept-Encoding")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
            }
        }

        using var response = await _client.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        Count(context.Request.Headers[TargetHeader].ToString().Split('.')[^1], answer);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await context.Response.Body.WriteAsync(answer);
    }

    private void Count(string operation, byte[] answer)
    {
        if (operation.Length == 0 || !answer.AsSpan().StartsWith("{"u8))
        {
            return;
        }

        var consumed = JsonElement.Parse(answer).TryGetProperty("ConsumedCapacity", out var found) ? found : default;
        var units = consumed.ValueKind switch
        {
            JsonValueKind.Object => Units(consumed),
            JsonValueKind.Array => consumed.EnumerateArray().Sum(Units),
            _ => 0,
        };
        lock (_lock)
        {
            _units[operation] = _units.GetValueOrDefault(operation) + units;
        }

        static double Units(JsonElement table) => table.GetProperty("CapacityUnits").GetDouble();
    }
}
