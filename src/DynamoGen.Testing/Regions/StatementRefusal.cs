using System.Text.Json;

namespace DynamoGen.Testing;

/// <summary>Finds PartiQL statements that write: which items they write, only the server knows.</summary>
internal static class StatementRefusal
{
    /// <summary>Whether a request writes by a statement.</summary>
    /// <param name="operation">The operation, such as <c>ExecuteStatement</c>.</param>
    /// <param name="body">The request.</param>
    public static bool Concerns(string operation, byte[] body)
    {
        if (operation is not ("ExecuteStatement" or "BatchExecuteStatement" or "ExecuteTransaction"))
        {
            return false;
        }

        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("Statement"u8)
                && reader.Read() && reader.TokenType == JsonTokenType.String && !IsRead(reader.GetString()!))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRead(string statement)
    {
        var text = statement.AsSpan().TrimStart();
        return text.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) || text.StartsWith("EXISTS", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The answer to such a request.</summary>
    public static byte[] Answer { get; } = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
    {
        ["__type"] = "com.amazonaws.dynamodb.v20120810#ValidationException",
        ["message"] = "Simulated regions do not replicate PartiQL statements that write: "
            + "use PutItem, UpdateItem, DeleteItem, BatchWriteItem or TransactWriteItems.",
    });
}
