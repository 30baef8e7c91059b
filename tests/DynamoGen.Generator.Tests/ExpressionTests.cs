using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

public sealed class ExpressionTests
{
    [Fact]
    public void Conditional_writes_and_updates_compile_without_a_warning()
    {
        var run = Design.Compiles(GeneratorRun.Of(Tickets.Entity + Tickets.Repository));

        Snapshot.Matches(run.Generated["Shop.ITickets.g.cs"], "Shop.ITickets");
    }

    [Fact]
    public void Batches_and_actions_compile_without_a_warning()
    {
        var run = Design.Compiles(GeneratorRun.Of(Tickets.Entity + Tickets.Batches));

        Snapshot.Matches(run.Generated["Shop.IVisits.g.cs"], "Shop.IVisits");
    }

    [Fact]
    public void A_literal_is_the_new_value_of_an_index_key()
    {
        var run = Design.Compiles(GeneratorRun.Of(Tickets.Entity + """
            [Repository<Ticket>] public partial interface IClosing
            {
                [Update("SET Status = 'Closed'")] ValueTask UpdateStatus(string project, int number);
                [Update("SET Assignee = 'nobody', Priority = -5")] ValueTask UpdateAssignee(string project, int number);
            }
            """));

        var generated = run.Generated["Shop.IClosing.g.cs"];
        Assert.Contains("global::Shop.TicketStatus.@Closed", generated, StringComparison.Ordinal);
        Assert.Contains("((int)(-5))", generated, StringComparison.Ordinal);
        Assert.Contains("\"nobody\"", generated, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ValueTask PutMany(IEnumerable<Ticket> tickets);", "would undo what 'Revision' guards")]
    [InlineData("ValueTask PutMany(Ticket[] tickets);", "would undo")]
    [InlineData("IAsyncEnumerable<Ticket> GetMany(IEnumerable<string> keys);", "it takes IEnumerable<Ticket.PrimaryKey>")]
    [InlineData("[AllowScan(\"why\")] ValueTask<IReadOnlyList<Ticket>> All();", "a scan returns IAsyncEnumerable, a Page or a count")]
    [InlineData("[AllowScan(\"why\")] IAsyncEnumerable<Ticket> All(string project);", "'project' is for a Query")]
    [InlineData("[AllowScan(\"why\"), Descending] IAsyncEnumerable<Ticket> All();", "[Descending] means nothing to a Scan")]
    [InlineData("ValueTask<Ticket?> GetMany(IEnumerable<Ticket.PrimaryKey> keys);", "GetMany returns IAsyncEnumerable<Ticket>")]
    [InlineData("[Condition(\"IsPublic = true\")] IAsyncEnumerable<Ticket> GetMany(IEnumerable<Ticket.PrimaryKey> keys);", "[Condition] means nothing to a batch that gets")]
    public void A_batch_that_cannot_be_is_refused(string method, string reason)
    {
        var problem = Assert.Single(
            Design.Problems(GeneratorRun.Of(Tickets.Entity + $"[Repository<Ticket>] public partial interface ITickets {{ {method} }}")));
        Assert.Equal(DeclarationRule.PatternShape, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Status == {status}", "has '=' where")]
    [InlineData("Nothing = {status}", "names 'Nothing', which is no stored property of Ticket")]
    [InlineData("First.Nothing = {number}", "names 'Nothing', which is no stored property of Comment")]
    [InlineData("Title.Length = {number}", "goes into 'Length' of what has no properties")]
    [InlineData("Status = {unknown}", "takes '{unknown}', which is no parameter")]
    [InlineData("Status = {number}", "compares or sets Shop.TicketStatus with '{number}', which is int")]
    [InlineData("Status = 'Gone'", "names 'Gone', which is no member of TicketStatus")]
    [InlineData("Status = 1", "with the literal '1'")]
    [InlineData("Status < {status}", "orders Shop.TicketStatus, whose stored form has no meaningful order")]
    [InlineData("IsPublic > true", "orders bool")]
    [InlineData("{number} = {number}", "compares values with each other")]
    [InlineData("Title = Priority", "stored in different forms")]
    [InlineData("Tags = Tags", "compares 'Tags', which may be absent, with another property")]
    [InlineData("Assignee <> First.Text", "compares 'Assignee', which may be absent, with another property")]
    [InlineData("size(Tags) > Priority", "compares 'Tags', which may be absent, with another property")]
    [InlineData("begins_with(Priority, {number})", "neither text nor bytes")]
    [InlineData("contains(Priority, {number})", "neither text, a set nor a list")]
    [InlineData("contains(Tags, {number})", "compares or sets string with '{number}'")]
    [InlineData("Comments['x'].Votes = 1", "neither a list")]
    [InlineData("Counts[0] = 1", "neither a list")]
    [InlineData("Title = 'a", "has no end")]
    [InlineData("Title = ?", "holds '?'")]
    [InlineData("(Title = 'a'", "has its end where ')' is expected")]
    [InlineData("Title = 'a' Title", "has 'Title' where AND, OR or the end is expected")]
    [InlineData("Title BETWEEN 'a' OR 'b'", "where AND is expected")]
    [InlineData("", "has its end where a property is expected")]
    public void A_condition_that_does_not_fit_is_refused(string condition, string reason) =>
        Refused($"[Condition(\"{condition}\")] ValueTask Create(Ticket ticket, TicketStatus status, int number, string? maybe);", reason);

    [Fact]
    public void A_condition_beyond_the_limits_is_refused()
    {
        Refused($"[Condition(\"{string.Join(" OR ", Enumerable.Repeat("IsPublic = true", 151))}\")] ValueTask Create(Ticket ticket);", "has 301 operators");
        Refused($"[Condition(\"Priority IN ({string.Join(", ", Enumerable.Range(0, 101))})\")] ValueTask Create(Ticket ticket);", "has 101 values behind IN");
        Refused($"[Condition(\"{string.Join(" AND ", Enumerable.Repeat($"Priority IN ({string.Join(", ", Enumerable.Range(0, 100))})", 10))}\")] ValueTask Create(Ticket ticket);",
            "bytes; DynamoDB allows 4096");
    }

    [Theory]
    [InlineData("(")]
    [InlineData("NOT ")]
    [InlineData("size(")]
    public void An_expression_that_nests_without_an_end_is_refused(string beginning)
    {
        Refused($"[Condition(\"{string.Concat(Enumerable.Repeat(beginning, 50_000))}\")] ValueTask Create(Ticket ticket);", "nested more than 100 levels deep");
        Refused($"[Update(\"SET Priority = {string.Concat(Enumerable.Repeat("(", 50_000))}\")] ValueTask Update(string project, int number);",
            "nested more than 100 levels deep");
    }

    [Theory]
    [InlineData(1, 50_000)]
    [InlineData(90, 500)]
    public void A_sum_without_an_end_is_refused(int groups, int signs)
    {
        var sum = string.Concat(Enumerable.Repeat("(", groups))
            + "1"
            + string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat(" + 1", signs)) + ")", groups));
        Refused($"[Update(\"SET Estimate = {sum}\")] ValueTask Update(string project, int number);", "bytes; DynamoDB allows 4096");
    }

    [Theory]
    [InlineData("Estimate > -1", "Estimate > -1")]
    [InlineData("Title = 'it''s'", "Title = 'it's'")]
    [InlineData("Attribute_Exists(Title) and (IsPublic = TRUE)", "attribute_exists(Title) AND IsPublic = true")]
    [InlineData("attribute_type(Title, 'S')", "attribute_type(Title, 'S')")]
    [InlineData("(((IsPublic = true)))", "IsPublic = true")]
    [InlineData("NOT (IsPublic = true AND Priority = 1)", "NOT (IsPublic = true AND Priority = 1)")]
    [InlineData("IsPublic = true OR Priority = 1", "(IsPublic = true OR Priority = 1)")]
    public void A_condition_is_sent_as_DynamoDB_has_it(string condition, string sent)
    {
        var run = Design.Compiles(GeneratorRun.Of(Tickets.Entity
            + $"[Repository<Ticket>] public partial interface ITickets {{ [Condition(\"{condition}\")] WriteAction Check(string project, int number); }}"));

        // The line that describes the access pattern is printed from the same tree as the request.
        Assert.Contains($" AND {sent}.\n", run.Generated["Shop.ITickets.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attribute_type(Title, 'X')", "asks with attribute_type for what is no type")]
    [InlineData("attribute_exists(Title, Priority)", "gives attribute_exists 2 arguments")]
    [InlineData("size(Title)", "has 'size' where a condition is expected")]
    [InlineData("Priority = 1.2.3", "where")]
    [InlineData("Priority + 1 = 2", "where a comparison is expected")]
    public void A_function_that_does_not_fit_is_refused(string condition, string reason) =>
        Refused($"[Condition(\"{condition}\")] ValueTask Create(Ticket ticket);", reason);

    [Theory]
    [InlineData("SET Project = {text}", "updates 'Project', which is part of the primary key")]
    [InlineData("SET Revision = {long}", "updates 'Revision', which each write keeps by itself")]
    [InlineData("SET UpdatedAt = {time}", "updates 'UpdatedAt', which each write keeps by itself")]
    [InlineData("SET Priority = Priority + 1", "updates 'Priority', which is part of the key of index 'byAssignee', without saying its new value")]
    [InlineData("SET Assignee = {text}", "which also needs 'Priority'; take it as a parameter")]
    [InlineData("SET Title = {text}, Title = {text}", "updates 'Title' twice")]
    [InlineData("SET First = {comment}, First.Text = {text}", "updates 'First' twice")]
    [InlineData("SET Title = {text} SET IsPublic = true", "has two SET clauses")]
    [InlineData("SET Title = {text} + {text}", "computes with string")]
    [InlineData("SET Title = list_append(Title, {text})", "appends to what is no list")]
    [InlineData("SET Title = Assignee", "reads 'Assignee', which may be absent; write if_not_exists(Assignee, …), or demand attribute_exists(Assignee)")]
    [InlineData("SET Priority = First.Votes", "goes into 'First', which may be absent; demand attribute_exists(First)")]
    [InlineData("SET First.Votes = {number}", "goes into 'First', which may be absent")]
    [InlineData("ADD First.Votes {number}", "goes into 'First', which may be absent")]
    [InlineData("SET Assignee = Title, Tags = {text}", "compares or sets System.Collections")]
    [InlineData("ADD Title {text}", "adds to what is neither a number nor a set")]
    [InlineData("DELETE Estimate {amount}", "deletes from what is no set")]
    [InlineData("REMOVE Title", "removes 'Title', without which an item cannot be read")]
    [InlineData("REMOVE First.Text", "removes 'Text', without which an item cannot be read")]
    [InlineData("REMOVE Priority", "removes 'Priority', without which the item would leave index 'byAssignee'")]
    [InlineData("REMOVE Comments[0].Text", "removes 'Text', without which an item cannot be read")]
    [InlineData("ADD Revisions Priority", "where a value is expected")]
    [InlineData("MOVE Title", "has 'MOVE' where SET, REMOVE, ADD or DELETE is expected")]
    [InlineData("", "is empty")]
    public void An_update_that_does_not_fit_is_refused(string update, string reason) => Refused(
        $"[Update(\"{update}\")] ValueTask Update(string project, int number, TicketStatus status, string text, long @long, DateTimeOffset time, Comment comment, decimal amount);",
        reason);

    [Theory]
    [InlineData("ValueTask Delete(string project, int number);", "without knowing what it deletes")]
    [InlineData("ValueTask Update(string project, int number);", "needs an [Update]")]
    [InlineData("[Update(\"SET Title = 'a'\")] ValueTask Update(Ticket ticket);", "takes a whole entity")]
    public void A_write_that_the_entity_does_not_allow_is_refused(string method, string reason) => Refused(method, reason);

    private static void Refused(string method, string reason)
    {
        var problem = Assert.Single(
            Design.Problems(GeneratorRun.Of(Tickets.Entity + $"[Repository<Ticket>] public partial interface ITickets {{ {method} }}")));
        Assert.Equal(DeclarationRule.Expression, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }
}
