using DynamoGen.Analyzers.Schema;

namespace DynamoGen.Analyzers.Tests.Schema;

public sealed class LockTextTests
{
    [Fact]
    public void Lock_is_sorted_with_an_attribute_a_line()
    {
        var text = LockedSource.LockOf(LockedSource.Order("public required List<Line> Lines { get; init; } public DateOnly? Day { get; init; }")
            + "public sealed record Line(int Count, decimal? Price, Line? Part);");
        Assert.Equal(
            """
            {
              "format": 2,
              "tables": {
                "shop": {
                  "type": "Shop",
                  "partitionKey": "pk",
                  "sortKey": "sk",
                  "indexes": {
                    "gsi1": { "partitionKey": "gsi1pk", "sortKey": "gsi1sk", "projection": "ALL" }
                  },
                  "entities": {
                    "Order": {
                      "type": "Order",
                      "version": 1,
                      "keys": {
                        "pk": "ORDER#{Id}",
                        "sk": "ORDER"
                      },
                      "attributes": {
                        "Day": "S DateOnly = null",
                        "Id": "S string required",
                        "Lines": "L required",
                        "Lines[]": "M",
                        "Lines[].Count": "N int required",
                        "Lines[].Part": "M recursive = null",
                        "Lines[].Price": "N decimal = null"
                      }
                    }
                  }
                }
              }
            }

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Older_versions_are_there_as_far_as_they_differ()
    {
        var text = LockedSource.LockOf(LockedSource.OrderVersion2(
            "public required string Total { get; init; } public int Count { get; init; } [Upcast(from: 1, nameof(Total), StoredAs = \"Sum\")] private static string TotalOfSum(int stored) => stored.ToString();"));
        Assert.Contains(
            """
                      "earlier": {
                        "1": {
                          "Sum": "N int required"
                        }
                      }
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal);
        Assert.Equal(text, LockWriter.Write(LockReader.Read(text)));
    }

    [Fact]
    public void Odd_names_stay_apart_and_come_back()
    {
        var source = LockedSource.Order(
            """[AttributeName("a.b")] public int Dot { get; init; } [AttributeName("it's \"q\" \\ \u2028")] public int Quote { get; init; } public Odd Odd { get; init; } public Address? a { get; init; }""")
            + "public enum Odd { [EnumName(\"a, required\")] A, B } public sealed record Address(string b);";
        var text = LockedSource.LockOf(source);
        Assert.Contains("\"'a.b'\": \"N int = default\"", text, StringComparison.Ordinal);
        Assert.Contains("\"a.b\": \"S string required\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Odd\": \"S enum 'a, required', B = 'a, required'\"", text, StringComparison.Ordinal);
        Assert.Equal(text, LockWriter.Write(LockReader.Read(text)));
    }

    [Fact]
    public async Task Member_of_an_enum_that_is_named_required_requires_nothing()
    {
        var source = LockedSource.Order("public Rule Rule { get; init; }")
            + "public enum Rule { [EnumName(\"optional\")] Optional, [EnumName(\"required\")] Required }";
        Assert.Contains("\"Rule\": \"S enum optional, 'required' = optional\"", LockedSource.LockOf(source), StringComparison.Ordinal);
        Assert.Empty(await LockedSource.Reports(source, source));
    }

    [Theory]
    [InlineData("", 1, "'{' is missing")]
    [InlineData("[]", 1, "'{' is missing")]
    [InlineData("{\n\"format\": 3 }", 2, "format 3 is not known; this version of DynamoGen reads formats 1 and 2")]
    [InlineData("{\n\"format\": -1 }", 2, "a whole number is missing")]
    [InlineData("{\n\"tables\": {} }", 2, "\"format\": 2 must come first")]
    [InlineData("{ \"format\": 1,\n\"views\": {} }", 2, "\"views\" is not known here")]
    [InlineData("{ \"format\": 1,\n\"format\": 1 }", 2, "\"format\" is there twice")]
    [InlineData("{ \"format\": 1\n} {", 2, "more text follows the end")]
    [InlineData("{ \"format\": 1,\n<<<<<<< HEAD", 2, "'\"' is missing")]
    [InlineData("{ \"format\": 1, \"tables\": { \"a\":\n{ } } }", 2, "its \"partitionKey\" is missing")]
    [InlineData("{ \"format\": 1, \"tables\": { \"a\": { \"partitionKey\": \"pk\", \"entities\": { \"E\":\n{ } } } } }", 2, "an entity's version is missing")]
    [InlineData(
        "{ \"format\": 1, \"tables\": { \"a\": { \"partitionKey\": \"pk\", \"entities\": { \"E\": { \"version\": 2, \"earlier\": {\n\"one\": {} } } } } } }",
        2, "\"one\" is no version")]
    [InlineData("{ \"format\": 1, \"tables\": { \"a\": { \"partitionKey\":\n\"p\\q\" } } }", 2, "an escape is unknown")]
    [InlineData("{ \"format\": 1, \"tables\": { \"a\": { \"partitionKey\":\n\"p", 2, "a text does not end")]
    [InlineData("{ \"format\": 1, \"tables\": { \"a\": { \"partitionKey\": \"p\", \"indexes\": { \"i\": {\n\"local\": no } } } } }",
        2, "true or false is missing")]
    public async Task Text_that_is_no_lock_is_named_with_its_line(string text, int line, string reason) => Assert.Equal(
        $"DG7004: dynamogen.lock.json cannot be read: in line {line}, {reason}; nothing is checked against it",
        Assert.Single(await LockedSource.ReportsWith(text, LockedSource.Order(""))));

    [Fact]
    public async Task Report_stands_in_the_lock()
    {
        var report = Assert.Single(await LockedSource.Diagnose("{ \"format\": 1,\n  \"views\": {} }", LockedSource.Order("")));
        var place = report.Location.GetLineSpan();
        Assert.Equal(("/shop/dynamogen.lock.json", 1, 2), (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character));
    }

    [Fact]
    public async Task Project_with_two_locks_is_told_so()
    {
        var source = LockedSource.Order("");
        var text = LockedSource.LockOf(source);
        var report = Assert.Single(
            await LockedSource.Diagnose([new LockedSource.LockText(text), new LockedSource.LockText(text, "/shop/old/dynamogen.lock.json")], source));
        Assert.Equal(
            "dynamogen.lock.json cannot be read: in line 1, the project has another file of that name, and only one can be its lock; nothing is checked against it",
            report.GetMessage());
        Assert.Empty(await LockedSource.Diagnose([new LockedSource.LockText(text), new LockedSource.LockText(text)], source));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Ends_of_lines_and_a_byte_order_mark_mean_nothing(string end)
    {
        var source = LockedSource.Order("public int Total { get; init; }");
        Assert.Empty(await LockedSource.ReportsWith('\uFEFF' + LockedSource.LockOf(source).Replace("\n", end), source));
    }

    [Fact]
    public async Task No_lock_that_is_cut_off_anywhere_is_taken_for_a_whole_one()
    {
        var whole = LockedSource.LockOf(LockedSource.Order("public int Total { get; init; }"));
        for (var length = 0; length < whole.TrimEnd().Length; length += 7)
        {
            Assert.StartsWith("DG7004", Assert.Single(await LockedSource.ReportsWith(whole[..length], LockedSource.Order(""))), StringComparison.Ordinal);
        }
    }
}
