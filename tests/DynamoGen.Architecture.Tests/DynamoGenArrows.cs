namespace DynamoGen.Architecture.Tests;

/// <summary>The run time: declarations and the wire below, calls above them, repositories on top.</summary>
internal static class DynamoGenArrows
{
    public static Arrows Table { get; } = new(
        "DynamoGen",
        (".", []),
        ("Declaration/Entities", []),
        ("Declaration/Keys", []),
        ("Declaration/Lifecycle", []),
        ("Declaration/Patterns", []),
        ("Declaration/Tables", []),
        ("Declaration/Uniqueness", []),
        ("Declaration/Values", []),
        ("Declaration/Versions", []),
        ("Serialization/Numbers", []),
        ("Serialization/Times", []),
        ("Schema", ["Declaration/Tables"]),
        ("Keys", [".", "Schema"]),
        ("Serialization", [".", "Keys", "Serialization/Numbers", "Serialization/Times"]),
        ("ItemKeys", ["Declaration/Tables", "Keys", "Schema", "Serialization"]),
        ("Refusals", [".", "Serialization"]),
        ("Requests", [".", "Keys", "Schema", "Serialization"]),
        ("Serialization/Codecs", ["Schema", "Serialization", "Serialization/Times"]),
        ("Cursors", [".", "Declaration/Tables", "ItemKeys", "Schema", "Serialization"]),
        ("Responses", [".", "ItemKeys", "Serialization"]),
        ("Telemetry", ["Refusals", "Schema", "Serialization"]),
        ("Batches", [".", "ItemKeys", "Requests", "Responses", "Schema", "Serialization", "Telemetry"]),
        ("Transport", [".", "Schema", "Telemetry"]),
        ("Transport/Direct", ["Schema", "Telemetry", "Transport"]),
        ("Configuration", [".", "Batches", "Cursors", "Schema"]),
        ("Transactions", [".", "ItemKeys", "Refusals", "Requests", "Responses", "Schema", "Serialization", "Telemetry", "Transport"]),
        ("Calls",
            ["Batches", "Configuration", "Cursors", "ItemKeys", "Refusals", "Requests",
             "Responses", "Schema", "Serialization", "Telemetry", "Transport"]),
        ("Calls/Shards", ["Calls", "Cursors", "Requests", "Responses", "Schema", "Serialization", "Telemetry"]),
        ("Uniqueness", ["Calls", "ItemKeys", "Refusals", "Requests", "Schema", "Serialization", "Transactions"]),
        ("Repositories",
            ["Calls", "Calls/Shards", "Configuration", "Cursors", "Requests", "Responses",
             "Schema", "Serialization", "Telemetry", "Transactions", "Transport", "Uniqueness"]),
        ("Hosting",
            [".", "Configuration", "Declaration/Tables", "Repositories", "Schema", "Telemetry", "Transactions", "Transport", "Transport/Direct"]));
}
