using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Elastic.Clients.Elasticsearch;

namespace DynamoGen.Streams.Elasticsearch.Tests;

/// <summary>An HTTP server on the loopback address that answers as Elasticsearch does where the sink and the store call it.</summary>
internal sealed class FakeElasticsearch : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public FakeElasticsearch(TimeProvider timeProvider)
    {
        Indices = new FakeIndices(timeProvider);
        Client = new ElasticsearchClient(new ElasticsearchClientSettings(new Uri(Start()))
            .DisableAutomaticProxyDetection()
            .RequestTimeout(Timeout.InfiniteTimeSpan));
        _serving = ServeAsync();
    }

    public FakeIndices Indices { get; }

    public ElasticsearchClient Client { get; }

    /// <summary>Refuses an operation by its id with a status, or does not (null).</summary>
    public Func<string, int?> Refuse { get; set; } = static _ => null;

    /// <summary>Answers a whole bulk request with a status, or does not (null).</summary>
    public Func<int?> RefuseRequest { get; set; } = static () => null;

    /// <summary>Changes the metadata of an operation before it is applied, as a sink with a fault would send it.</summary>
    public Action<string, JsonObject> Mutate { get; set; } = static (_, _) => { };

    public int BulkRequests { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Abort();
        await _serving;
    }

    private string Start()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        _listener.Prefixes.Add(url);
        _listener.Start();
        return url;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            try
            {
                await ServeAsync(context);
            }
            catch (Exception broken) when (broken is HttpListenerException or IOException or ObjectDisposedException)
            {
                context.Response.Abort();
            }
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(
            context.Request.Headers["Content-Encoding"] == "gzip"
                ? new GZipStream(context.Request.InputStream, CompressionMode.Decompress)
                : context.Request.InputStream,
            Encoding.UTF8);
        var (status, body) = TryAnswer(context.Request, await reader.ReadToEndAsync());
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        context.Response.StatusCode = status;

        // The client reads an answer only of the type that it asked for.
        context.Response.ContentType = context.Request.Headers["Accept"];
        context.Response.Headers.Add("X-Elastic-Product", "Elasticsearch");

        // In chunks it would be sent in several packets, the last of which waits for an acknowledgement.
        context.Response.ContentLength64 = bytes.Length;
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }

    private (int Status, JsonNode Body) TryAnswer(HttpListenerRequest request, string body)
    {
        try
        {
            return Answer(request, body);
        }
        catch (Exception failure)
        {
            return (500, Error(failure.ToString()));
        }
    }

    private (int Status, JsonNode Body) Answer(HttpListenerRequest request, string body)
    {
        var path = request.Url!.AbsolutePath.Trim('/').Split('/');
        return path switch
        {
            ["_bulk"] => Bulk(body),
            [var index, "_settings", ..] => Settings(Uri.UnescapeDataString(index)),
            [var index, "_mget"] => Get(Uri.UnescapeDataString(index), JsonNode.Parse(body)!["ids"]!.AsArray()),
            [var index, "_pit"] => (200, new JsonObject { ["id"] = Uri.UnescapeDataString(index) }),
            ["_pit"] => (200, new JsonObject { ["succeeded"] = true }),
            ["_search"] => Search(JsonNode.Parse(body)!),
            _ => (400, Error("illegal_argument_exception")),
        };
    }

    private (int Status, JsonNode Body) Bulk(string body)
    {
        BulkRequests++;
        if (RefuseRequest() is { } status)
        {
            return (status, Error("whole_request_refused"));
        }

        var items = new JsonArray();
        var lines = new Queue<string>(body.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        while (lines.TryDequeue(out var line))
        {
            var (action, about) = JsonNode.Parse(line)!.AsObject().Single();
            var document = action == "delete" ? null : JsonNode.Parse(lines.Dequeue());
            Mutate(action, about!.AsObject());
            items.Add(new JsonObject { [action] = Apply(about.AsObject(), document) });
        }

        var errors = items.Any(item => item!.AsObject().Single().Value!["error"] is not null);
        return (200, new JsonObject { ["took"] = 1, ["errors"] = errors, ["items"] = items });
    }

    private JsonObject Apply(JsonObject about, JsonNode? document)
    {
        var (id, index) = ((string)about["_id"]!, (string)about["_index"]!);
        var answer = new JsonObject { ["_index"] = index, ["_id"] = id };
        if (Refuse(id) is { } refused)
        {
            answer["status"] = refused;
            answer["error"] = Error(refused == 400 ? "document_parsing_exception" : "es_rejected_execution_exception")["error"]!.DeepClone();
            return answer;
        }

        var versionType = (string?)about["version_type"] ?? "internal";
        var target = Indices.Find(index) ?? Indices.Create(index);
        var (status, version, existed) = target.Apply(id, document, versionType == "internal" ? null : (long?)about["version"], versionType);
        answer["status"] = status;
        answer["_version"] = version;
        if (status == 409)
        {
            answer["error"] = Error("version_conflict_engine_exception")["error"]!.DeepClone();
            return answer;
        }

        answer["result"] = document is null ? existed ? "deleted" : "not_found" : existed ? "updated" : "created";
        answer["_shards"] = new JsonObject { ["total"] = 1, ["successful"] = 1, ["failed"] = 0 };
        answer["_seq_no"] = 1;
        answer["_primary_term"] = 1;
        return answer;
    }

    private (int Status, JsonNode Body) Settings(string name)
    {
        if (Indices.Find(name) is not { } index)
        {
            return (404, Error("index_not_found_exception"));
        }

        return index.DeletesRemembered is { } remembered
            ? (200, new JsonObject
            {
                [name] = new JsonObject
                {
                    ["settings"] = new JsonObject { ["index"] = new JsonObject { ["gc_deletes"] = $"{(long)remembered.TotalSeconds}s" } },
                },
            })
            : (200, new JsonObject());
    }

    private (int Status, JsonNode Body) Get(string name, JsonArray ids)
    {
        var docs = new JsonArray();
        foreach (var id in ids.Select(id => (string)id!))
        {
            var entry = Indices.Find(name)?.Get(id);
            docs.Add(entry is null
                ? new JsonObject { ["_index"] = name, ["_id"] = id, ["found"] = false }
                : new JsonObject
                {
                    ["_index"] = name,
                    ["_id"] = id,
                    ["found"] = true,
                    ["_version"] = entry.Value.Version,
                    ["_source"] = entry.Value.Document.DeepClone(),
                });
        }

        return (200, new JsonObject { ["docs"] = docs });
    }

    private (int Status, JsonNode Body) Search(JsonNode body)
    {
        var name = (string)body["pit"]!["id"]!;
        var after = (int?)body["search_after"]?[0] ?? -1;
        var hits = Indices.Find(name)!.All.Index().Where(hit => hit.Index > after).Take(Math.Min(100, (int)body["size"]!)).Select(hit => (JsonNode)new JsonObject
        {
            ["_index"] = name,
            ["_id"] = hit.Item.Id,
            ["_version"] = hit.Item.Version,
            ["_source"] = hit.Item.Document.DeepClone(),
            ["sort"] = new JsonArray(hit.Index),
        });
        return (200, new JsonObject { ["pit_id"] = name, ["hits"] = new JsonObject { ["hits"] = new JsonArray([.. hits]) } });
    }

    private static JsonObject Error(string type) => new()
    {
        ["error"] = new JsonObject { ["type"] = type, ["reason"] = "Because the test says so: secret." },
    };
}
