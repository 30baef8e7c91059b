using DynamoGen.Transport;

namespace DynamoGen.Testing;

/// <summary>The most items that one request of a Query or Scan looks at.</summary>
internal static class PageLimit
{
    public static int? Of(in TransportRequest request) => (int?)RewrittenJson.Read(request.Body)["Limit"];

    public static TransportRequest Cut(in TransportRequest request, int limit)
    {
        var body = RewrittenJson.Read(request.Body);
        body["Limit"] = limit;
        return request.With(body);
    }
}
