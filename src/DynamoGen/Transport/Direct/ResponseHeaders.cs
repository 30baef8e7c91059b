namespace DynamoGen.Transport.Direct;

/// <summary>Reads headers of a response without parsing more of them than is asked for.</summary>
internal static class ResponseHeaders
{
    /// <summary>The first value of a header, or null.</summary>
    public static string? Value(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? First(values)
        : response.Content.Headers.NonValidated.TryGetValues(name, out var ofContent) ? First(ofContent)
        : null;

    private static string? First(System.Net.Http.Headers.HeaderStringValues values)
    {
        foreach (var value in values)
        {
            return value;
        }

        return null;
    }
}
