using DynamoGen;
using HelpDesk.Audit;
using HelpDesk.People;
using HelpDesk.Statistics;
using HelpDesk.Tickets;

namespace HelpDesk;

/// <summary>Whatever the table holds.</summary>
[ItemCollection(
    typeof(Ticket), typeof(Comment), typeof(TimeEntry), typeof(Customer), typeof(Agent), typeof(DailyStatistics), typeof(RateLimit),
    typeof(AuditEntry))]
public interface IHelpDeskItem;
