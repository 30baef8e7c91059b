using System.Text;

namespace DynamoGen.Streams.Tests.Records;

public sealed class StreamRecordReaderTests
{
    private const string OfLambda = """
        { "eventID": "c4ca4238a0b923820dcc509a6f75849b", "eventName": "MODIFY", "eventVersion": "1.1", "eventSource": "aws:dynamodb",
          "awsRegion": "us-east-1",
          "dynamodb": { "ApproximateCreationDateTime": 1479499740, "Keys": { "Id": { "N": "101" } },
            "NewImage": { "Message": { "S": "This item has changed" }, "Id": { "N": "101" } },
            "OldImage": { "Message": { "S": "New item!" }, "Id": { "N": "101" } },
            "SequenceNumber": "222", "SizeBytes": 59, "StreamViewType": "NEW_AND_OLD_IMAGES" },
          "eventSourceARN": "arn:aws:dynamodb:us-east-1:123456789012:table/Example/stream/2016-11-18T12:09:36.000" }
        """;

    [Fact]
    public void A_record_of_an_event_of_Lambda_is_read_without_a_copy()
    {
        var record = Event.Read(OfLambda);

        Assert.Equal(ChangeKind.Modified, record.Change.Kind);
        Assert.Equal("222", record.Change.SequenceNumber.ToString());
        Assert.Equal("c4ca4238a0b923820dcc509a6f75849b", record.Change.EventId);
        Assert.Equal("us-east-1", record.Change.Region);
        Assert.Equal(new DateTimeOffset(2016, 11, 18, 20, 9, 0, TimeSpan.Zero), record.Change.Time);
        Assert.Equal(59, record.Change.SizeBytes);
        Assert.EndsWith("/stream/2016-11-18T12:09:36.000", record.Change.StreamArn, StringComparison.Ordinal);
        Assert.Equal("""{ "Id": { "N": "101" } }""", Encoding.UTF8.GetString(record.Keys.Span));
        Assert.StartsWith("""{ "Message": { "S": "This""", Encoding.UTF8.GetString(record.NewImage.Span), StringComparison.Ordinal);
        Assert.StartsWith("""{ "Message": { "S": "New""", Encoding.UTF8.GetString(record.OldImage.Span), StringComparison.Ordinal);
        Assert.Equal(OfLambda.Trim(), Encoding.UTF8.GetString(record.Json.Span));
    }

    [Theory]
    [InlineData("REMOVE", """{ "type": "Service", "principalId": "dynamodb.amazonaws.com" }""", RemovalCause.TimeToLive)]
    [InlineData("REMOVE", """{ "Type": "Service", "PrincipalId": "dynamodb.amazonaws.com" }""", RemovalCause.TimeToLive)]
    [InlineData("REMOVE", """{ "type": "User", "principalId": "dynamodb.amazonaws.com" }""", RemovalCause.Program)]
    [InlineData("REMOVE", "null", RemovalCause.Program)]
    [InlineData("UNKNOWN_TO_SDK_VERSION", "null", RemovalCause.Program)]
    public void A_removal_tells_who_did_it(string name, string identity, RemovalCause cause)
    {
        var json = $$"""
            { "eventName": "{{name}}", "userIdentity": {{identity}},
              "dynamodb": { "Keys": { "pk": { "S": "a" } }, "OldImage": { "pk": { "S": "a" } }, "SequenceNumber": "1" } }
            """;
        var record = Event.Read(json);

        Assert.Equal(ChangeKind.Removed, record.Change.Kind);
        Assert.Equal(cause, record.Change.RemovalCause);
        Assert.True(record.NewImage.IsEmpty);
    }

    [Theory]
    [InlineData("""{ "eventName": "INSERT", "dynamodb": { "SequenceNumber": "1" } }""")]
    [InlineData("""{ "eventName": "INSERT", "dynamodb": { "Keys": { "pk": { "S": "a" } } } }""")]
    [InlineData("""{ "eventName": "INSERT", "dynamodb": { "Keys": { "pk": { "S": "a" } }, "SequenceNumber": "x" } }""")]
    [InlineData("""{ "eventName": "INSERT", "dynamodb": { "Keys": { "pk": { "S": "a" } }, "SequenceNumber": "1" }""")]
    [InlineData("[]")]
    public void What_is_no_record_is_refused(string json) => Assert.Throws<ItemFormatException>(() => Event.Read(json));
}
