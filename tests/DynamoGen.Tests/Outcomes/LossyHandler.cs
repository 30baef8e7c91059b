using System.Net;
using System.Text;

namespace DynamoGen.Tests.Outcomes;

/// <summary>
/// Loses one answer of a write in four, after the server has applied it: the connection closes, the body is cut, a proxy answers 500, or the CRC32 is wrong. A
/// seed decides which.
/// </summary>
internal sealed class LossyHandler(int seed) : DelegatingHandler(new SocketsHttpHandler())
{
    private const int OneIn = 4;

    private readonly Random _random = new(seed);
    private int _lost;

    /// <summary>How many answers were lost.</summary>
    public int Lost => _lost;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var target = request.Headers.GetValues("X-Amz-Target").Single();
        if (!IsWrite(target) || Next(OneIn) != 0)
        {
            return response;
        }

        Interlocked.Increment(ref _lost);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var status = response.StatusCode;
        response.Dispose();
        return Next(4) switch
        {
            0 => throw new HttpRequestException("The connection was reset.", new IOException("The connection was reset.")),
            1 => Answer(status, body[..(body.Length / 2)], body.Length),
            2 => Answer(HttpStatusCode.InternalServerError, Encoding.UTF8.GetBytes("""{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError"}"""), null),
            _ => Answer(status, body, body.Length, crc: "1"),
        };
    }

    private static bool IsWrite(string target) => target.EndsWith("PutItem", StringComparison.Ordinal)
        || target.EndsWith("UpdateItem", StringComparison.Ordinal)
        || target.EndsWith("DeleteItem", StringComparison.Ordinal)
        || target.EndsWith("TransactWriteItems", StringComparison.Ordinal);

    private static HttpResponseMessage Answer(HttpStatusCode status, byte[] body, int? declared, string? crc = null)
    {
        var answer = new HttpResponseMessage(status) { Content = new StreamContent(new MemoryStream(body)) };
        answer.Content.Headers.ContentLength = declared ?? body.Length;
        if (crc is not null)
        {
            answer.Headers.Add("x-amz-crc32", crc);
        }

        return answer;
    }

    private int Next(int below)
    {
        lock (_random)
        {
            return _random.Next(below);
        }
    }
}
