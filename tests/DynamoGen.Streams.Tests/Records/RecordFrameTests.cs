using System.Globalization;
using System.Text;
using DynamoGen.Streams.Lambda;

namespace DynamoGen.Streams.Tests.Records;

/// <summary>What an event's records have in common is read once; none of them may be given what only another one says.</summary>
public sealed class RecordFrameTests
{
    private const int Seeds = 500;

    [Fact]
    public void Each_record_of_an_event_says_what_it_says_alone()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var styles = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new Style(random)).ToArray();
            var texts = Enumerable.Range(0, 12).Select(number => styles[random.Next(styles.Length)].Record(random, number)).ToArray();
            using var records = new EventRecords();
            StreamEventReader.Read(Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(",", texts)}}]}"""), records, new());

            Assert.Equal(texts.Select(text => Said(Event.Read(text))), records.Select(Said));
        }
    }

    private static string Said(StreamRecord record) => string.Join(
        '|',
        record.Change.Kind,
        record.Change.RemovalCause,
        record.Change.SequenceNumber,
        record.Change.EventId,
        record.Change.Region,
        record.Change.StreamArn,
        record.Change.Time.ToString("O", CultureInfo.InvariantCulture),
        record.Change.SizeBytes,
        Encoding.UTF8.GetString(record.Keys.Span),
        Encoding.UTF8.GetString(record.NewImage.Span),
        Encoding.UTF8.GetString(record.OldImage.Span),
        Encoding.UTF8.GetString(record.Json.Span));

    /// <summary>In which order, with which members and with how much white space a writer writes records.</summary>
    private sealed class Style
    {
        private readonly string _space;
        private readonly int _order;
        private readonly int _omitted;

        public Style(Random random)
        {
            _space = random.Next(3) == 0 ? " \n" : string.Empty;
            _order = random.Next();
            _omitted = random.Next(1 << 4);
        }

        public string Record(Random random, int number)
        {
            List<string> images =
            [
                $"\"Keys\":{_space}{{\"pk\":{{\"S\":\"{number}\"}}}}",
                $"\"SequenceNumber\":\"{number + 1:D5}\"",
                .. Optional(0, $"\"ApproximateCreationDateTime\":{random.Next(3)}.5"),
                .. Optional(1, $"\"SizeBytes\":{random.Next(100)}"),
                .. Sometimes(random, $"\"NewImage\":{{\"dynamodb\":{{\"S\":\"{random.Next(9)}\"}}}}"),
                .. Sometimes(random, $"\"OldImage\":{{\"awsRegion\":{{\"S\":\"{random.Next(9)}\"}}}}"),
                "\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"",
            ];
            List<string> members =
            [
                $"\"eventName\":\"{(random.Next(2) == 0 ? "INSERT" : "REMOVE")}\"",
                .. Optional(2, $"\"eventID\":{_space}\"{random.Next(100)}\""),
                .. Optional(3, $"\"eventSourceARN\":\"arn-{random.Next(2)}\""),
                .. Sometimes(random, $"\"awsRegion\":\"region-{random.Next(2)}\""),
                .. Sometimes(random, "\"userIdentity\":{\"type\":\"Service\",\"principalId\":\"dynamodb.amazonaws.com\"}"),
                $"\"dynamodb\":{_space}{{{Joined(images)}}}",
                "\"eventVersion\":\"1.1\"",
            ];
            return $"{{{_space}{Joined(members)}{_space}}}";
        }

        private IEnumerable<string> Optional(int bit, string member) => (_omitted & (1 << bit)) == 0 ? [member] : [];

        private static IEnumerable<string> Sometimes(Random random, string member) => random.Next(4) != 0 ? [member] : [];

        private string Joined(List<string> members)
        {
            var shuffled = members.ToArray();
            new Random(_order).Shuffle(shuffled);
            return string.Join($",{_space}", shuffled);
        }
    }
}
