using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace DynamoGen.Streams.Elasticsearch;

/// <summary>Calls whose answers are read as JSON, by the client's nodes, credentials and retries.</summary>
internal static class JsonCalls
{
    /// <returns>The answer, or null where there is no such thing (404).</returns>
    /// <exception cref="ElasticsearchUnavailableException">There was no answer, or another one than of success.</exception>
    public static async Task<JsonElement?> CallAsync(
        this ElasticsearchClient client, HttpMethod method, string path, string? body, CancellationToken cancellationToken)
    {
        var data = body is null ? null : PostData.String(body);
        var response = await client.Transport.RequestAsync<BytesResponse>(method, path, data!, cancellationToken).ConfigureAwait(false);
        var call = response.ApiCallDetails;
        if (call.HttpStatusCode == 404)
        {
            return null;
        }

        if (!call.HasSuccessfulStatusCode)
        {
            throw new ElasticsearchUnavailableException(call.HttpStatusCode, null, call.OriginalException);
        }

        using var document = JsonDocument.Parse(response.Body);
        return document.RootElement.Clone();
    }
}
