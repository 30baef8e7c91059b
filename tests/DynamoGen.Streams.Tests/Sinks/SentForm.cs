using System.Text;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>Reads a form that was sent.</summary>
internal static class SentForm
{
    private const string Member = "PublishBatchRequestEntries.member.";

    public static SortedDictionary<string, string> Fields(string body) => new(
        body.Split('&').Select(field => field.Split('=')).ToDictionary(
            static pair => Uri.UnescapeDataString(pair[0]), static pair => Uri.UnescapeDataString(pair[1].Replace('+', ' '))),
        StringComparer.Ordinal);

    public static SortedDictionary<string, string> Fields(CannedRequest request) => Fields(Encoding.UTF8.GetString(request.Body));

    /// <summary>A member of each entry in turn, such as its text.</summary>
    public static string[] Of(CannedRequest request, string name)
    {
        var fields = Fields(request);
        return [.. Enumerable.Range(1, 10).Select(i => fields.GetValueOrDefault($"{Member}{i}.{name}")).OfType<string>()];
    }
}
